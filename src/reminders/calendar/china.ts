/**
 * China's working days as the State Council's yearly notice sets them. The notice moves working days onto weekends
 * (six in 2026), so weekends alone are wrong; a year whose notice is not out yet falls back on weekends, estimated.
 */
import noticeDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { IsoDate } from '../../reports/report.ts';
import type { WorkDay } from './calendar.ts';
import { weekdayOf } from './dates.ts';

const holidays = new Set(Object.keys(noticeDays.holidays));
const makeUpDays = new Set(Object.keys(noticeDays.workdays));
const noticedYears = new Set([...holidays].map((date) => date.slice(0, 4)));

/** Whether the State Council's notice for that year is known to this build. */
export const hasChinaNotice = (year: number): boolean => noticedYears.has(String(year));

export function chinaWorks(date: IsoDate): WorkDay {
  const estimated = !noticedYears.has(date.slice(0, 4));
  if (makeUpDays.has(date)) return { works: true, estimated };
  return { works: weekdayOf(date) <= 5 && !holidays.has(date), estimated };
}
