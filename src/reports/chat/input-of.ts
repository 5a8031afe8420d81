import type { HandleSpec } from '../../chat/card.ts';
import type { Known } from '../../chat/conversation.ts';
import type { ApplyInput } from '../actions/apply.ts';

/** Who acts on which state of which case, from a button or a form. */
export const inputOf = (
  talk: Known,
  { subject, stateSeq }: Pick<HandleSpec, 'subject' | 'stateSeq'>,
): ApplyInput => ({
  reportId: subject,
  stateSeq,
  actor: talk.person,
  requestId: talk.requestId,
  channel: talk.account.platform,
});
