import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { appManifest } from '../../adapters/slack/manifest/app.ts';
import { CAST } from '../../simulator/demo/cast.ts';
import { slackSeed } from '../../simulator/demo/slack-seed.ts';
import type { Control } from '../../simulator/slack/control/control.ts';
import { startSlackSimulator } from '../../simulator/slack/start.ts';
import { systemClock } from '../../src/platform/clock.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { openDatabase } from '../../src/platform/database/open.ts';
import { testApp } from '../support/app.ts';
import { caseDriver } from '../support/case-driver.ts';
import { seedCast } from '../support/cast.ts';
import { postgresAvailable, postgresUrl } from '../support/database.ts';
import { BotProcess, freePort } from './bot-process.ts';

const CASES = 40;
/** Reminders come due during so long, while processes die. */
const SPREAD_MS = 90_000;
const MINUTE = 60_000;
const SECRET = 'a-signing-secret-for-tests';

it.skipIf(!(await postgresAvailable()))(
  `three processes on one PostgreSQL, one of them killed every few seconds: each of ${CASES} rungs reaches each receiver once`,
  async () => {
    const databaseUrl = await postgresUrl();
    await using database = await openDatabase({ databaseUrl, dataDir: '', poolSize: 4 });
    const receivers = await casesThatWait(database);
    const cast = slackSeed(CAST);
    await using slack = await startSlackSimulator({
      ...cast,
      users: [...cast.users, ...receivers.map((id) => ({ id: `U${id}`, name: id }))],
      clock: systemClock,
      botToken: 'xoxb-test',
      signingSecret: SECRET,
      manifest: appManifest('https://bot.example'),
      requestUrl: 'http://127.0.0.1:9/slack/events',
    });
    const env = {
      DATABASE_URL: databaseUrl,
      SLACK_BOT_TOKEN: 'xoxb-test',
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: slack.apiUrl,
      LOG_LEVEL: 'warn',
    };
    await using bots = new AsyncDisposableStack();
    const folder = await mkdtemp(join(tmpdir(), 'baobei-crash-'));
    bots.defer(() => rm(folder, { recursive: true, force: true }));
    const processes: BotProcess[] = [];
    for (let each = 0; each < 3; each += 1) {
      const log = join(folder, `bot-${each}.log`);
      processes.push(bots.use(new BotProcess(await freePort(), log, env)));
    }
    await Promise.all(processes.map((bot) => bot.start()));
    await comeDue(database);
    const finished = new AbortController();
    const killing = killOneByOne(processes, finished.signal);
    try {
      await everythingTold(database);
    } finally {
      finished.abort();
      await killing;
    }
    expect(processes.reduce((kills, bot) => kills + bot.kills, 0)).toBeGreaterThan(5);
    await expectOnce(database, slack.control, receivers);
  },
  20 * MINUTE,
);

/** Each case with a provider of its own, so that nobody's day is full; open around the clock, whatever day it is. */
async function casesThatWait(database: Database): Promise<readonly string[]> {
  await using app = await testApp(database, systemClock);
  const { prisma } = database;
  const receivers: string[] = [];
  for (let each = 0; each < CASES; each += 1) {
    const cast = await seedCast(database, { tag: `${each}` });
    const drive = caseDriver(app, cast);
    const start = new Date(Date.now() + 60 * 24 * 60 * MINUTE).toISOString().slice(0, 10);
    const id = await drive.draft({ purchaseStart: start, reportingStart: start });
    await drive.apply(id, cast.owner, { type: 'request' });
    receivers.push(cast.admin.principalId, cast.helper.principalId);
  }
  // Iran rests on Fridays alone, and the library knows no holidays of it.
  const country = new Date().getUTCDay() === 5 ? 'ZZ' : 'IR';
  await prisma.organisation.updateMany({ data: { country, timeZone: 'UTC' } });
  await prisma.principal.updateMany({ data: { opensAt: 0, closesAt: 1440, timeZone: 'UTC' } });
  await prisma.chatAccount.createMany({
    data: receivers.map((principalId) => ({
      platform: 'slack',
      workspace: CAST.team.id,
      userId: `U${principalId}`,
      principalId,
      linkedAt: new Date(),
    })),
  });
  await prisma.delivery.deleteMany();
  await prisma.reminder.deleteMany({ where: { rung: { not: 'at-80' } } });
  return receivers;
}

async function comeDue({ prisma }: Database): Promise<void> {
  const rows = await prisma.reminder.findMany({ where: { receiver: '*' }, orderBy: { object: 'asc' } });
  const now = Date.now();
  for (const [index, { object }] of rows.entries()) {
    const dueAt = new Date(now + (index * SPREAD_MS) / rows.length);
    await prisma.reminder.updateMany({ where: { object, receiver: '*' }, data: { dueAt } });
  }
}

async function killOneByOne(processes: readonly BotProcess[], signal: AbortSignal): Promise<void> {
  for (let turn = 0; !signal.aborted; turn += 1) {
    await delay(2_000 + Math.random() * 2_000);
    const bot = processes[turn % processes.length];
    if (signal.aborted || !bot) return;
    await bot.kill();
    await bot.start();
    process.stderr.write(`${turn + 1} kills\n`);
  }
}

/** Every rung spread, every receiver's reminder settled, every message confirmed. */
async function everythingTold({ prisma }: Database): Promise<void> {
  for (let patience = 0; patience < 300; patience += 1) {
    const [ahead, owed] = [
      await prisma.reminder.count({ where: { settledAt: null } }),
      await prisma.delivery.count({ where: { rule: 'reminder-at-80', sentAt: null } }),
    ];
    if (ahead + owed === 0) return;
    await delay(2_000);
  }
}

async function expectOnce(
  { prisma }: Database,
  control: Control,
  receivers: readonly string[],
): Promise<void> {
  const settled = await prisma.reminder.findMany({ where: { receiver: { not: '*' } } });
  expect(settled.map(({ receiver, outcome }) => `${receiver} ${outcome}`).sort()).toEqual(
    receivers.map((receiver) => `${receiver} SENT`).sort(),
  );
  const posted = Object.values(control.snapshot().messages)
    .flat()
    .map(({ metadata }) => JSON.stringify(metadata?.event_payload ?? null))
    .filter((key) => key.includes('reminder-at-80'));
  expect(posted).toHaveLength(receivers.length);
  expect(new Set(posted).size).toBe(receivers.length);
}
