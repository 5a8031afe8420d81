/** Applies one event to one report by the transition table: same input, same output, nothing mutated. */
import { ok, type Refusal, type Result, refuseAll } from '../../result.ts';
import type { Guard } from '../guards/guard.ts';
import type { Report, ReportState } from '../report.ts';
import type { Change } from './change.ts';
import { clockFor } from './clock-instruction.ts';
import type { DecisionContext } from './context.ts';
import type { EventType, ReportEvent } from './events.ts';
import { lateness, shortfallsAsWarnings } from './notes.ts';
import { refuseReport } from './refusals.ts';
import { mergeOutcomes } from './table/outcome.ts';
import type { Outcome, Row, Step, Table } from './table/row.ts';
import { TRANSITIONS } from './table/transitions.ts';
import { barrier } from './turns/barrier.ts';

/**
 * Refused, in this order: who may (people.*), when (reports.not-your-turn, not-in-this-state, case-closed, nothing-due), what
 * the case lacks (separation of duties, rounds), then everything that is wrong with the event and every guard, together.
 * The caller has compared state_seq before; it applies the change only where state_seq is still the report's.
 */
export function decide(report: Report, event: ReportEvent, context: DecisionContext): Result<Change> {
  return decideStep({ report, event, context });
}

function decideStep<E extends EventType>(step: Step<E>): Result<Change> {
  const { report, event, context } = step;
  const barred = barrier(event.type, report, context.actor);
  if (barred !== null) return barred;
  const row = rowsOf(event.type).find(
    ({ from, when }) => from.includes(report.state) && (when?.(step) ?? true),
  );
  if (row === undefined) return refuseReport('nothing-due', {});
  const refusal =
    unmetNeed(row, step) ?? bundle([...failedChecks(row, step), ...guardRefusals(row.guards, step)]);
  return refusal ?? ok(changeBy(row, step));
}

const rowsOf = <E extends EventType>(type: E): Table[E] => TRANSITIONS[type];

function unmetNeed<E extends EventType>(row: Row<E>, { report, context }: Step<E>): Refusal | null {
  // The clock satisfies no need of a person, and takes only rows that have none.
  for (const need of row.needs ?? []) {
    const refusal = need({ report, context });
    if (refusal !== null) return refusal;
  }
  return null;
}

const failedChecks = <E extends EventType>(row: Row<E>, step: Step<E>): readonly Refusal[] =>
  (row.checks ?? []).flatMap((check) => check(step));

const guardRefusals = <E extends EventType>(
  guards: readonly Guard[] | undefined,
  { report, context }: Step<E>,
): readonly Refusal[] => (guards ?? []).flatMap((guard) => guard.refusals(report, context));

function bundle([first, ...others]: readonly Refusal[]): Refusal | null {
  return first === undefined ? null : refuseAll([first, ...others]);
}

function changeBy<E extends EventType>(row: Row<E>, step: Step<E>): Change {
  const { report, context } = step;
  const outcome = mergeOutcomes([
    ...(row.effects ?? []).map((effect) => effect(step)),
    ...guardNotes(row, step),
    { warnings: [...lateness(step), ...shortfallsAsWarnings(guardRefusals(row.warns, step))] },
  ]);
  const next = nextReport(row, step, outcome);
  const { records, followUps, warnings, data } = outcome;
  return {
    transition: row.id,
    from: report.state,
    next,
    clock: clockFor({ move: row.clock, report, next, rules: context.rules }),
    records,
    followUps,
    warnings,
    tell: row.tells,
    data,
  };
}

const guardNotes = <E extends EventType>(
  row: Row<E>,
  { report, context }: Step<E>,
): readonly Partial<Outcome>[] => (row.guards ?? []).flatMap((guard) => guard.notes?.(report, context) ?? []);

function nextReport<E extends EventType>(
  row: Row<E>,
  { report, context }: Step<E>,
  { set }: Outcome,
): Report {
  const state = destination(row.to, report);
  const stateSeq = report.stateSeq + 1;
  if (row.to === 'same') return { ...report, stateSeq, ...set };
  return { ...report, ...left(row, report), state, stateSeq, stateSince: context.now, ...set };
}

// A new state starts without the old one's clock and without proposals that were made in it.
function left<E extends EventType>(row: Row<E>, report: Report): Partial<Report> {
  const interrupted = row.to === 'SUSPENDED' || row.to === 'INFO_REQUESTED';
  return {
    previousState: interrupted ? report.state : null,
    proposal: null,
    infoFrom: null,
    deadline: null,
    pausedMinutes: row.clock === undefined ? null : report.pausedMinutes,
  };
}

function destination(to: Row<EventType>['to'], report: Report): ReportState {
  if (to === 'same') return report.state;
  if (to !== 'previous') return to;
  if (report.previousState !== null) return report.previousState;
  throw new Error(
    `Report ${report.id} is ${report.state} without a state to return to: restore previous_state.`,
  );
}
