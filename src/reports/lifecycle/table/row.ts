import type { ActionName } from '../../../people/policies.ts';
import type { Refusal } from '../../../result.ts';
import type { Guard } from '../../guards/guard.ts';
import type { Report, ReportState } from '../../report.ts';
import type { Audience, ChangeRecord, FollowUp } from '../change.ts';
import type { DecisionContext } from '../context.ts';
import type { EventOf, EventType } from '../events.ts';
import type { Warning } from '../refusals.ts';
import type { TransitionId } from './ids.ts';

/** One event about to be applied to one report. */
export interface Step<E extends EventType = EventType> {
  readonly report: Report;
  readonly event: EventOf<E>;
  readonly context: DecisionContext;
}

/** A case and its circumstances, before anybody has typed anything: what a card can know. */
export type Standing = Pick<Step, 'report' | 'context'>;

/** Must hold whatever the event says; so a card can show the button disabled with the reason. */
export type Need = (standing: Standing) => Refusal | null;

/** Must hold of what the event says. */
export type Check<E extends EventType> = (step: Step<E>) => readonly Refusal[];

export interface Outcome {
  readonly set: Partial<Report>;
  readonly records: readonly ChangeRecord[];
  readonly followUps: readonly FollowUp[];
  readonly warnings: readonly Warning[];
  readonly data: Readonly<Record<string, unknown>>;
}

export type Effect<E extends EventType> = (step: Step<E>) => Partial<Outcome>;

export type ClockMove = 'keep' | 'pause-and-start' | 'resume';

/** One row of the transition table. */
export interface Row<E extends EventType> {
  readonly id: TransitionId;
  readonly from: readonly ReportState[];
  /** `same`: the state stays. `previous`: the one that SUSPENDED was entered from. */
  readonly to: ReportState | 'same' | 'previous';
  /** A line of the policy table, or the clock alone. */
  readonly by: ActionName | 'clock';
  /** The clock may do it too. */
  readonly clockToo?: true;
  /** Tells rows of the same event and state apart; the first that holds is taken. */
  readonly when?: (step: Step<E>) => boolean;
  readonly needs?: readonly Need[];
  readonly checks?: readonly Check<E>[];
  /** G1..G9 that stand in the way. */
  readonly guards?: readonly Guard[];
  /** Guards whose refusals are only said as warnings here. */
  readonly warns?: readonly Guard[];
  /** Only where it is not the usual: the new state's own clock, or none. */
  readonly clock?: ClockMove;
  readonly effects?: readonly Effect<E>[];
  readonly tells: readonly Audience[];
}

export type Table = { readonly [E in EventType]: readonly Row<E>[] };
export type TablePart<E extends EventType> = Pick<Table, E>;
