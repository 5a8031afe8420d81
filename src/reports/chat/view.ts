import type { App } from '../../app.ts';
import type { Card } from '../../chat/card.ts';
import type { Audience, CardView } from '../../delivery/view.ts';
import { PLATFORM_ORGANISATION } from '../../people/actions/bootstrap-lead.ts';
import { permitted } from '../../people/permissions.ts';
import type { Actor } from '../../people/principal.ts';
import { REPORT_VIEW } from '../actions/told.ts';
import { type Case, loadCase } from '../record/case.ts';
import { caseButtons } from './card/buttons.ts';
import { caseCard } from './card/case-card.ts';

/** A case's standing card, for one person or for the staff channel. */
export const reportView: CardView = {
  name: REPORT_VIEW,
  draw: async (app, audience, subject) => {
    const parties = await loadCase(app, subject);
    if (!parties || (audience.person && !maySee(parties, audience.person))) return null;
    return [caseCardFor(app, audience, parties)];
  },
};

export const maySee = ({ report }: Case, actor: Actor): boolean =>
  permitted('report.show', actor, report).allowed;

/** A channel has many readers: it gets the buttons of any reviewer, and nothing that is confidential. */
const ANY_REVIEWER: Actor = {
  principalId: 'any-reviewer',
  memberships: [{ organisationId: PLATFORM_ORGANISATION, role: 'STAFF_REVIEWER' }],
};

export function caseCardFor(app: Pick<App, 'clock'>, audience: Audience, parties: Case, whole = false): Card {
  const { person } = audience;
  const actor = person ?? ANY_REVIEWER;
  return caseCard(audience, parties, {
    confidential: person !== null,
    whole,
    buttons: caseButtons({ ...audience, actor, now: app.clock.now() }, parties),
  });
}
