import { dateOn } from '../calendar/opening.ts';
import { familyOf, isTold, rungNamed } from '../ladder/rungs.ts';
import { decideAll } from '../quiet/decide.ts';
import type { DueReminder } from '../quiet/reminder.ts';
import { carriedOut, type DeskVerdicts } from './carry-out.ts';
import { claimDesks, type DueRow, dueAt } from './due-at-desks.ts';
import { calendarsOf } from './hours.ts';
import type { ReminderSource, SweepApp } from './source.ts';
import { spreadDue } from './spread.ts';
import { hadToday } from './today.ts';

/** Claims of one round; what is left is taken by the next one, a minute later. */
const MOST_CLAIMS = 40;

/**
 * Carries out the reminders that have come due: rungs spread to the people of now, then each receiver gets at most what the
 * quiet rules allow. What is due is rows found by an index, so missed rounds and several processes are harmless.
 *
 * @returns how many reminders were looked at
 */
export async function sweepReminders(app: SweepApp, sources: readonly ReminderSource[]): Promise<number> {
  for (let claim = 0; claim < MOST_CLAIMS && (await spreadDue(app, sources)) > 0; claim += 1);
  let looked = 0;
  for (let claim = 0; claim < MOST_CLAIMS; claim += 1) {
    const some = await tellReceivers(app, sources);
    if (some === 0) break;
    looked += some;
  }
  return looked;
}

async function tellReceivers(app: SweepApp, sources: readonly ReminderSource[]): Promise<number> {
  const receivers = await claimDesks(app);
  if (receivers.length === 0) return 0;
  const now = app.clock.now();
  const [rows, calendarOf] = await Promise.all([dueAt(app, receivers), calendarsOf(app, receivers)]);
  const days = receivers.map((receiver) => ({ receiver, date: dateOn(calendarOf(receiver), now) }));
  const had = await hadToday(app, days);
  const desks = days.map(({ receiver, date }): DeskVerdicts => {
    const { items, news, digest } = had(receiver);
    const calendar = calendarOf(receiver);
    const desk = { now, calendar, messagedToday: items, newsToday: news, digestSent: digest };
    const mine = rows.filter((row) => row.receiver === receiver).map(dueReminder);
    return { receiver, date, verdicts: decideAll(desk, mine) };
  });
  await app.database.change(carriedOut({ queue: app.queue, sources, now }, desks));
  return rows.length;
}

/** What the rung of a row means. */
function dueReminder({ rung: name, reached, ...row }: DueRow): DueReminder {
  const { percent: rank, form, escalates, aroundTheClock: urgent = false } = rungNamed(name);
  const family = familyOf(name);
  const surpassed =
    family !== 'again' && reached.some((other) => !isTold(other) && rungNamed(other).percent > rank);
  return { ...row, rung: name, form, rank, escalates, surpassed, urgent, stateChange: isTold(name) };
}
