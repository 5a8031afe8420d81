import type { Actor } from '../../../people/principal.ts';
import type { Refusal } from '../../../result.ts';
import type { Guard } from '../../guards/guard.ts';
import type { Report } from '../../report.ts';
import type { DecisionContext } from '../context.ts';
import type { EventType } from '../events.ts';
import { type AnyRow, HUMAN_EVENTS, type HumanEvent, TRANSITIONS } from '../table/transitions.ts';
import { roleBarrier, stateBarrier } from './barrier.ts';

export type ActionOffer =
  | { readonly action: HumanEvent; readonly enabled: true }
  | { readonly action: HumanEvent; readonly enabled: false; readonly refusal: Refusal };

/**
 * Everything that this kind of person could ever do with a case, enabled or with the refusal that disables it, so that a
 * card explains instead of hiding. Guards whose facts were not loaded are left to decide. For whom somebody acts depends
 * on the role that an action takes, so each action has its context.
 */
export function availableActions(
  report: Report,
  actor: Actor | 'clock',
  contextOf: (action: HumanEvent) => DecisionContext,
): readonly ActionOffer[] {
  return HUMAN_EVENTS.filter((action) => roleBarrier(action, report, actor) === null).map((action) =>
    offer(action, report, contextOf(action)),
  );
}

function offer(action: HumanEvent, report: Report, context: DecisionContext): ActionOffer {
  const refusal = stateBarrier(action, report) ?? obstacle(action, report, context);
  return refusal === null ? { action, enabled: true } : { action, enabled: false, refusal };
}

// Rows of one event and state ask the same of the case (a test holds them to it), so the first speaks for all.
function obstacle(type: EventType, report: Report, context: DecisionContext): Refusal | null {
  const rows: readonly AnyRow[] = TRANSITIONS[type];
  const row = rows.find(({ from }) => from.includes(report.state));
  for (const need of row?.needs ?? []) {
    const refusal = need({ report, context });
    if (refusal !== null) return refusal;
  }
  return guardObstacle(row?.guards ?? [], report, context);
}

function guardObstacle(guards: readonly Guard[], report: Report, context: DecisionContext): Refusal | null {
  const answerable = guards.filter(({ facts }) => facts.every((fact) => context.facts[fact] !== undefined));
  return answerable.flatMap((guard) => guard.refusals(report, context))[0] ?? null;
}
