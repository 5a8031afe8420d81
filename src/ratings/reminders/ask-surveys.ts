import type { App } from '../../app.ts';
import { addDays, today } from '../../reports/periods.ts';
import { PROGRAMME_ZONE, quarterOf, startOf } from '../cycle/quarter.ts';
import { surveyAsked } from './news.ts';

/** Days of a quarter on which stores are asked for their voice (domain-rules §12): three times at most. */
const DAYS = [1, 7, 14] as const;
/** A day that was missed is made up for until then. */
const LAST_DAY = 20;

/** Once a day. Whoever has answered meanwhile is told nothing, because the card has nothing to ask. */
export async function askSurveys({ database, clock }: Pick<App, 'database' | 'clock'>): Promise<void> {
  const now = clock.now();
  const date = today(now, PROGRAMME_ZONE);
  const quarter = quarterOf(date);
  const reached = (day: number) => addDays(startOf(quarter), day - 1) <= date;
  const day = DAYS.findLast(reached);
  if (day === undefined || reached(LAST_DAY + 1)) return;
  await database.query(surveyAsked(day, quarter, now));
}
