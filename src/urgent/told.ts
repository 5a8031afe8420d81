/** Who is told of an urgent issue, and in which card. */
import type { OwedMessage } from '../delivery/view.ts';
import type { PrincipalId } from '../people/principal.ts';

/** The view that draws an issue's card. */
export const URGENT_VIEW = 'urgent-issue';

export type UrgentRule = 'urgent.reported' | 'urgent.acknowledged';

export const urgentMessage = (issueId: string, rule: UrgentRule, principalId: PrincipalId): OwedMessage => ({
  view: URGENT_VIEW,
  subject: issueId,
  stateSeq: 0,
  rule,
  receiver: { kind: 'person', principalId },
});
