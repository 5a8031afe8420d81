import type { App } from '../../../src/app.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { sweepReminders } from '../../../src/reminders/sweep/sweep.ts';
import { tickDue } from '../../../src/reports/actions/tick.ts';
import { REMINDER_SOURCES } from '../../../src/vocabularies.ts';
import { type TestClock, testApp, testClock } from '../../support/app.ts';
import { type CaseDriver, caseDriver } from '../../support/case-driver.ts';
import { type Cast, seedCast } from '../../support/cast.ts';

export interface ReminderStage extends AsyncDisposable {
  readonly app: App;
  readonly clock: TestClock;
  readonly cast: Cast;
  readonly drive: CaseDriver;
  /** One round at this Shanghai time; what it owed arrives, unless told otherwise. */
  round(shanghai: string, options?: { readonly arrives?: boolean }): Promise<void>;
  /** Everything that was told of a case so far, as `rule → receiver`, in order. */
  told(object: string): Promise<readonly string[]>;
  /** What became of every reminder of a case, as `rung receiver outcome`. */
  outcomes(object: string): Promise<readonly string[]>;
}

export const shanghai = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`);

/** A case in a database of its own, with the rounds that the process makes each minute. */
export async function reminderStage(
  open: () => Promise<Database>,
  start = '2026-04-30 10:00',
): Promise<ReminderStage> {
  const clock = testClock(shanghai(start).toISOString());
  const database = await open();
  const app = await testApp(database, clock);
  const cast = await seedCast(database);
  return {
    app,
    clock,
    cast,
    drive: caseDriver(app, cast),
    round: async (at, { arrives = true } = {}) => {
      clock.moveTo(shanghai(at));
      await tickDue(app);
      await sweepReminders(app, REMINDER_SOURCES);
      if (arrives) await everythingArrives(app);
    },
    told: (object) => toldOf(app, object),
    outcomes: (object) => outcomesOf(app, object),
    [Symbol.asyncDispose]: async () => {
      await app[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
}

const everythingArrives = ({ database, clock }: App) =>
  database.prisma.delivery.updateMany({
    where: { sentAt: null, failedAt: null },
    data: { sentAt: clock.now(), platform: 'slack' },
  });

async function toldOf({ database }: App, object: string): Promise<readonly string[]> {
  const rows = await database.prisma.delivery.findMany({
    where: { subject: object, rule: { startsWith: 'reminder-' } },
    orderBy: [{ recordedAt: 'asc' }, { rule: 'asc' }, { receiver: 'asc' }],
  });
  return rows.map(({ rule, receiver }) => `${rule} → ${receiver}`);
}

async function outcomesOf({ database }: App, object: string): Promise<readonly string[]> {
  const rows = await database.prisma.reminder.findMany({
    where: { object },
    orderBy: [{ dueAt: 'asc' }, { rung: 'asc' }, { receiver: 'asc' }],
  });
  return rows.map(({ rung, receiver, outcome }) => `${rung} ${receiver} ${outcome ?? 'ahead'}`);
}
