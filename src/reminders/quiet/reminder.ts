import type { RungForm } from '../ladder/ladder.ts';

/** One rung for one receiver whose time has come. */
export interface DueReminder {
  readonly object: string;
  readonly stateSeq: number;
  readonly rung: string;
  readonly dueAt: Date;
  readonly form: RungForm;
  /** Of several of one item the highest speaks. */
  readonly rank: number;
  readonly escalates: boolean;
  /** QS09 alone: also at night. */
  readonly urgent: boolean;
  /** News of a change that time made: not counted as a reminder, but not told at night either. */
  readonly stateChange: boolean;
  /** The receiver no longer belongs to the parties. */
  readonly gone: boolean;
  /** A louder rung of the same wait has reached the receiver already. */
  readonly surpassed: boolean;
  readonly onIt: boolean;
  readonly snoozedUntil: Date | null;
}

export type Verdict = { readonly reminder: DueReminder } & (
  | { readonly do: 'send' }
  | { readonly do: 'digest' }
  | { readonly do: 'wait'; readonly until: Date }
  | { readonly do: 'settle'; readonly outcome: 'MERGED' | 'MUTED' | 'GONE' }
);
