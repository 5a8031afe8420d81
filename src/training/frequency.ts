/** How often a provider may have a store diagnosed (domain-rules §8): once in each of these, and then from its first day on. */
import { DateTime } from 'luxon';
import { PROGRAMME_ZONE } from '../ratings/cycle/quarter.ts';
import type { Diagnosis as Frequency } from '../ratings/ladder/benefits.ts';
import type { IsoDate } from '../reports/report.ts';

const UNIT = {
  QUARTERLY: 'quarter',
  MONTHLY: 'month',
  MONTHLY_ALERTS: 'month',
  WEEKLY_ALERTS: 'week',
} as const satisfies Readonly<Record<Frequency, string>>;

export interface Turn {
  readonly from: Date;
  /** First day on which the next one may be made. */
  readonly next: IsoDate;
}

export function turnOf(frequency: Frequency, now: Date): Turn {
  const unit = UNIT[frequency];
  const from = DateTime.fromJSDate(now, { zone: PROGRAMME_ZONE }).startOf(unit);
  return { from: from.toJSDate(), next: from.plus({ [unit]: 1 }).toFormat('yyyy-MM-dd') };
}
