import cron from 'node-cron';
import type { App } from '../app.ts';
import { anchorToday } from '../audit/anchor.ts';
import { retryUnconfirmed } from '../delivery/unconfirmed.ts';
import { planStandings } from '../directory/reminders/plan-standings.ts';
import { mendCandidacies } from '../opportunities/actions/mend-candidacies.ts';
import { tickOpportunities } from '../opportunities/actions/slate/tick.ts';
import { planMonthlyReport } from '../opportunities/reminders/monthly-report.ts';
import { planEnds } from '../people/delegation/reminders/plan-ends.ts';
import { runDueCycle } from '../ratings/actions/cycle/run-due.ts';
import { PROGRAMME_ZONE } from '../ratings/cycle/quarter.ts';
import { askSurveys } from '../ratings/reminders/ask-surveys.ts';
import { sweepReminders } from '../reminders/sweep/sweep.ts';
import { recomputeEstimated } from '../reports/actions/clock/recompute-estimated.ts';
import { tickDue } from '../reports/actions/tick.ts';
import { oweDigest } from '../reports/digest/actions/owe-digest.ts';
import { today } from '../reports/periods.ts';
import { PLATFORM_CALENDAR } from '../reports/record/case.ts';
import { tickServices } from '../services/actions/tick.ts';
import { reduceScopes } from '../services/application/actions/clock.ts';
import { oweRatingEvents } from '../services/webhooks/actions/owe-ratings.ts';
import { trainToday } from '../training/actions/daily.ts';
import { measureMonths } from '../urgent/actions/measure-months.ts';
import { REMINDER_SOURCES } from '../vocabularies.ts';
import type { Bot } from './bot.ts';

/** A request is left alone so long before another process takes it for abandoned: longer than any request takes. */
const ABANDONED_AFTER_MS = 60_000;

export interface RoundsParts {
  readonly app: App;
  /** Before this process could take a request. */
  readonly startedAt: Date;
  /** Takes up requests that were begun before this instant and never finished. */
  readonly recover: (olderThan: Date) => Promise<number>;
}

/**
 * Every minute: requests that a crash left behind, and what time has made due. A missed minute loses nothing, because
 * what is due is on record.
 */
export function startRounds(stack: AsyncDisposableStack, parts: RoundsParts): Bot {
  const { app } = parts;
  const daily: Dailies = {
    planned: onceADay(() => planAhead(app), 'UTC'),
    rated: onceADay(() => rated(app), PROGRAMME_ZONE),
  };
  const round = () => carriedOut(parts, daily, new Date(app.clock.now().getTime() - ABANDONED_AFTER_MS));
  const tasks = [
    cron.schedule('* * * * *', round, { noOverlap: true }),
    cron.schedule('30 0 * * *', () => anchored(app), { noOverlap: true, timezone: 'UTC' }),
    cron.schedule('40 0 * * *', () => compared(app), { noOverlap: true, timezone: 'UTC' }),
  ];
  stack.defer(async () => {
    for (const task of tasks) await task.destroy();
  });
  void carriedOut(parts, daily, abandonedAtStart(parts));
  return { round };
}

/** The embedded database has had one process at a time, so whatever was begun before this one is nobody's now. */
function abandonedAtStart({ app, startedAt }: RoundsParts): Date {
  const alone = app.database.connection.kind === 'pglite';
  return alone ? startedAt : new Date(startedAt.getTime() - ABANDONED_AFTER_MS);
}

async function carriedOut(parts: RoundsParts, daily: Dailies, olderThan: Date): Promise<void> {
  const { app, recover } = parts;
  try {
    await recover(olderThan);
    await daily.planned(app.clock.now());
    await tickDue(app);
    await tickOpportunities(app);
    await tickServices(app);
    await oweDigest(app, PLATFORM_CALENDAR.zone);
    await sweepReminders(app, REMINDER_SOURCES);
    await retryUnconfirmed(app);
    // Last, since a quarter's takes longer than a round.
    await daily.rated(app.clock.now());
  } catch (error) {
    app.log.error({ err: error }, 'a round failed; the next one takes up what it left');
  }
}

async function planAhead(app: App): Promise<void> {
  await planStandings(app);
  await askSurveys(app);
  await reduceScopes(app);
  await planEnds(app);
  await measureMonths(app);
  await trainToday(app);
  await planMonthlyReport(app);
  const changed = await recomputeEstimated(app);
  if (changed > 0) app.log.info({ changed }, 'deadlines were computed again with the holidays of the year');
}

type Daily = (now: Date) => Promise<void>;

interface Dailies {
  readonly planned: Daily;
  readonly rated: Daily;
}

/** With the first round of each day of the rules' own clock, so that a day that is travelled to counts as well. */
function onceADay(work: () => Promise<void>, zone: string): Daily {
  let done = '';
  return async (now) => {
    const date = today(now, zone);
    if (date === done) return;
    await work();
    done = date;
  };
}

/** Once a day the heads of all chains are hashed together; a day that was missed is part of the next anchor. */
async function anchored(app: App): Promise<void> {
  try {
    await anchorToday(app);
  } catch (error) {
    app.log.error({ err: error }, 'the audit trail was not anchored; the next day takes it up');
  }
}

/** Nothing is found unless somebody wrote past the triggers; whoever did should hear of it. */
async function compared(app: App): Promise<void> {
  try {
    const providers = await mendCandidacies(app);
    if (providers.length > 0)
      app.log.warn({ providers }, 'candidacies differed from the record and were made anew');
  } catch (error) {
    app.log.error({ err: error }, 'candidacies were not compared with the record; the next day takes it up');
  }
}

/** The rating's calendar has days of its own: on most there is nothing to do, and a day that was missed is made up for. */
async function rated(app: App): Promise<void> {
  try {
    await runDueCycle(app);
    await oweRatingEvents(app);
  } catch (error) {
    app.log.error({ err: error }, 'the rating cycle was not carried on; the next day takes it up');
  }
}
