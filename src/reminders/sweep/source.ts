import type { App } from '../../app.ts';
import type { PlannedRung } from '../ladder/planned.ts';

/** A planned rung whose time has come; whom it concerns is asked now, so that it reaches whoever is there now. */
export interface DueRung {
  readonly object: string;
  readonly stateSeq: number;
  readonly rung: string;
  readonly dueAt: Date;
}

export interface Spread {
  readonly due: DueRung;
  /** Principals, or `channel:staff`; none when nothing is to be said any more. */
  readonly receivers: readonly string[];
  /** What follows from it and was not planned: the next daily line. */
  readonly next: readonly PlannedRung[];
}

/** A domain whose objects have reminders. */
export interface ReminderSource {
  readonly serves: (object: string) => boolean;
  /** The card view that shows an object of this source. */
  readonly view: string;
  /** Carries out what a rung does besides telling, and says who is told. */
  readonly spread: (app: SweepApp, due: readonly DueRung[]) => Promise<readonly Spread[]>;
}

export type SweepApp = Pick<App, 'database' | 'queue' | 'clock' | 'ids' | 'metrics' | 'log'>;

export function sourceOf(sources: readonly ReminderSource[], object: string): ReminderSource {
  const source = sources.find(({ serves }) => serves(object));
  if (!source)
    throw new Error(`Nobody has reminders about ${object}: add its source to src/vocabularies.ts.`);
  return source;
}
