import type { Answer, Click, Known } from '../../chat/conversation.ts';
import type { Text } from '../../chat/text.ts';
import { unknownOpportunity } from '../actions/stale.ts';
import { drawOpportunity } from './cards/opportunity-card.ts';
import { SHOW } from './handles.ts';

interface Shown {
  /** In the place of the card's own line: what was just done. */
  readonly lead?: Text;
  /** What was clicked is done. */
  readonly replaces?: true;
}

/** The opportunity as it stands, for whoever asks. Refuses `opportunities.unknown` also where there is one that is not theirs. */
export async function shown(talk: Known, id: string, { lead, replaces }: Shown = {}): Promise<Answer> {
  const card = await drawOpportunity(talk.app, talk, id);
  if (!card) return unknownOpportunity(id);
  return {
    kind: 'card',
    card: lead === undefined ? card : { ...card, lead },
    ...(replaces ? { replaces } : {}),
  };
}

/** The same where a form was sent. */
export async function closedWith(talk: Known, id: string, lead: Text): Promise<Answer> {
  const card = await drawOpportunity(talk.app, talk, id);
  return card ? { kind: 'closed', card: { ...card, lead } } : unknownOpportunity(id);
}

export const showClick: Click = {
  action: SHOW,
  effect: 'read',
  run: (talk, { subject }) => shown(talk, subject),
};
