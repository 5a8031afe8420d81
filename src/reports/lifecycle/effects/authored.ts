import type { PrincipalId } from '../../../people/principal.ts';
import { actorId, type DecisionContext, representedIds } from '../context.ts';

export interface Authored {
  readonly actor: PrincipalId | 'clock';
  readonly onBehalfOf: readonly PrincipalId[];
  readonly at: Date;
}

/** Who did it, for whom, and when: the head of every record. */
export const authored = (context: DecisionContext): Authored => ({
  actor: actorId(context),
  onBehalfOf: context.onBehalfOf ?? representedIds(context),
  at: context.now,
});
