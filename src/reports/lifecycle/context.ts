import type { Actor, PrincipalId } from '../../people/principal.ts';
import type { IsoDate } from '../report.ts';
import type { RuleSet } from '../rules.ts';
import type { KnownFacts } from './facts.ts';

/** Everything a decision depends on besides the report and the event; the rules ask nothing else of the world. */
export interface DecisionContext {
  readonly now: Date;
  /** The date in the zone of the party whose day counts (the store's, unless a rule says otherwise). */
  readonly today: IsoDate;
  readonly actor: Actor | 'clock';
  /** Whose prohibitions the actor carries by delegation, nearest first (SOD-5). */
  readonly representing?: readonly Actor[];
  /** For whom of them this is done, nearest first; all of them, unless said otherwise. */
  readonly onBehalfOf?: readonly PrincipalId[];
  /** The report's own snapshot; before T2 the set in force. */
  readonly rules: RuleSet;
  readonly facts: KnownFacts;
}

export const representedIds = (context: DecisionContext): readonly PrincipalId[] =>
  (context.representing ?? []).map((delegator) => delegator.principalId);

export const actorId = (context: DecisionContext): PrincipalId | 'clock' =>
  context.actor === 'clock' ? 'clock' : context.actor.principalId;
