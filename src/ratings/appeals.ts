/** When and on what a provider may object or appeal (domain-rules §7.1, §7.7). */
import { addBusinessDays } from '../reminders/calendar/arithmetic.ts';
import { CHINA_CALENDAR } from '../reminders/calendar/calendar.ts';
import { today } from '../reports/periods.ts';
import { ok, type Result, refuse } from '../result.ts';
import { cycleDates, PROGRAMME_ZONE, type Quarter } from './cycle/quarter.ts';

export type AppealKind = 'OBJECTION' | 'APPEAL';

/** Business days: to appeal, and to be answered. */
const APPEAL_DAYS = 10;
const ANSWER_DAYS = 10;
export const SHORTEST_GROUNDS = 20;

export interface Cycle {
  readonly quarter: Quarter;
  readonly publishedAt: Date | null;
}

/**
 * What can be raised now about a quarter's rating: an objection on the days for it, an appeal for ten business days after
 * publication. Refuses `ratings.appeal-too-early` and `ratings.appeal-too-late`, with the days.
 */
export function appealKindNow({ quarter, publishedAt }: Cycle, now: Date): Result<AppealKind> {
  if (publishedAt !== null) return stillIn(publishedAt, now);
  const day = today(now, PROGRAMME_ZONE);
  const { objectionsFrom, objectionsUntil, publishedOn } = cycleDates(quarter);
  if (day < objectionsFrom)
    return refuse('ratings.appeal-too-early', { from: objectionsFrom, until: objectionsUntil });
  if (day > objectionsUntil)
    return refuse('ratings.appeal-between', { until: objectionsUntil, day: publishedOn });
  return ok('OBJECTION');
}

/** Ten business days from a publication, or from a verdict. */
export function stillIn(since: Date, now: Date): Result<AppealKind> {
  const until = appealsUntil(since);
  return now > until ? refuse('ratings.appeal-too-late', { last: until }) : ok('APPEAL');
}

/** Ten business days from then. */
export const appealsUntil = (since: Date): Date => addBusinessDays(CHINA_CALENDAR, since, APPEAL_DAYS).at;

export const answerDue = (opened: Date): Date => addBusinessDays(CHINA_CALENDAR, opened, ANSWER_DAYS).at;
