import type { PlannedRung } from '../../../src/reminders/ladder/planned.ts';
import type { CaseClocks } from '../../../src/reports/record/case.ts';
import type { CasePeople } from '../../../src/reports/reminders/receivers.ts';
import type { Report, ReportState } from '../../../src/reports/report.ts';
import type { Absences } from './absences.ts';
import type { Population } from './people.ts';

/** Who lives in it, and when they are away. */
export interface Inhabitants {
  readonly population: Population;
  readonly absences: Absences;
}

/** One wait of a case: from the change that began it to the one that ended it. */
export interface Wait {
  readonly object: string;
  readonly stateSeq: number;
  readonly state: ReportState;
  readonly since: Date;
  readonly clocks: CaseClocks;
  readonly planned: readonly PlannedRung[];
  readonly people: CasePeople;
  until: Date | null;
}

export interface Life {
  report: Report;
  readonly parties: Pick<CaseClocks, 'store' | 'provider' | 'rules' | 'draftReminderSent'>;
  readonly people: CasePeople;
  wait: Wait;
}

/** Whom a rung reached when it came due. */
export interface Spread {
  readonly rung: string;
  readonly at: Date;
  readonly reached: readonly string[];
  /** How many of the case's people were away. */
  readonly away: number;
}
