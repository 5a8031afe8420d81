import type { OwedMessage } from '../delivery/view.ts';
import type { PrincipalId } from '../people/principal.ts';

/** The view that draws an opportunity, for each reader what they may see of it. */
export const OPPORTUNITY_VIEW = 'opportunity';

export interface Told {
  readonly subject: string;
  readonly stateSeq: number;
  readonly rule: string;
  readonly people: readonly PrincipalId[];
  /** Whoever made the change has its answer already. */
  readonly except?: PrincipalId;
}

/** Messages to these people, each once. */
export const toldTo = (
  { people, except, ...message }: Told,
  view = OPPORTUNITY_VIEW,
): readonly OwedMessage[] =>
  [...new Set(people)]
    .filter((principalId) => principalId !== except)
    .map((principalId) => ({ view, ...message, receiver: { kind: 'person', principalId } }));

/** The view that draws a docking meeting, for both sides of it. */
export const MEETING_VIEW = 'docking-meeting';
