import type { CardView } from '../../../delivery/view.ts';
import { DELEGATION_VIEW, ENDING } from '../announce.ts';
import { delegationNamed } from '../record.ts';
import { delegationCard } from './card.ts';

/** What the two people concerned were told; it follows the delegation until that is over. */
export const delegationView: CardView = {
  name: DELEGATION_VIEW,
  draw: async (app, { person, ...reader }, subject, detail) => {
    const found = await delegationNamed(app, subject);
    if (!found || !person || ![found.delegator, found.delegate].includes(person.principalId)) return null;
    return [delegationCard({ ...reader, app, ending: detail === ENDING }, found)];
  },
};
