import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { appManifest } from '../../adapters/slack/manifest/app.ts';
import { CAST } from '../../simulator/demo/cast.ts';
import { seedOrganisations } from '../../simulator/demo/seed/organisations.ts';
import { slackSeed } from '../../simulator/demo/slack-seed.ts';
import type { Control } from '../../simulator/slack/control/control.ts';
import { startSlackSimulator } from '../../simulator/slack/start.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { openDatabase } from '../../src/platform/database/open.ts';
import { embeddedDatabase } from '../support/database.ts';
import { BotProcess, freePort } from './bot-process.ts';
import { pairsAt } from './pairs.ts';
import { carryCase, laneOf } from './slack/lane.ts';
import { expectWhole } from './whole.ts';

/** `RUNS=6 npm run test:proofs` for a shorter proof. */
const RUNS = Number(process.env.RUNS ?? 100);
const MINUTE = 60_000;
const SECRET = 'a-signing-secret-for-tests';

it(
  `killed at random moments during ${RUNS} cases: every acknowledged step came true, every owed message arrived, once`,
  async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'baobei-crash-'));
    const port = await freePort();
    await seeded(dataDir);
    await using slack = await startSlackSimulator({
      ...slackSeed(CAST),
      clock: systemClock,
      botToken: 'xoxb-test',
      signingSecret: SECRET,
      manifest: appManifest('https://bot.example'),
      requestUrl: `http://127.0.0.1:${port}/slack/events`,
    });
    await using bot = new BotProcess(port, join(dataDir, 'bot.log'), {
      DATA_DIR: dataDir,
      SLACK_BOT_TOKEN: 'xoxb-test',
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: slack.apiUrl,
      SLACK_STAFF_CHANNEL: CAST.staffChannelId,
      DEFAULT_LOCALE: 'en',
      LOG_LEVEL: 'warn',
    });
    await bot.start();
    const finished = new AbortController();
    const killing = killNowAndThen(bot, finished.signal);
    const lanes = pairsAt(new Date()).map((pair) => laneOf(slack.control, pair));
    let next = 0;
    const carry = async (lane: (typeof lanes)[number]) => {
      while (next < RUNS) {
        next += 1;
        await carryCase({ control: slack.control, bot }, lane, `HT-${next}`);
        process.stderr.write(`${next} cases begun, ${bot.kills} kills so far\n`);
      }
    };
    try {
      await Promise.all(lanes.map(carry));
    } catch (error) {
      await writeFile(join(dataDir, 'wire.json'), JSON.stringify(slack.control.requests, null, 1));
      throw new Error(`the record, the log and what went over the wire are kept in ${dataDir}`, {
        cause: error,
      });
    } finally {
      finished.abort();
      await killing;
    }
    expect(bot.kills).toBeGreaterThan(0);
    if (!bot.alive) await bot.start();
    await everythingSent(slack.control);
    await bot.stop();
    await using database = await openDatabase({ dataDir });
    await expectWhole(database, RUNS);
    expect(doubled(slack.control)).toEqual([]);
    await rm(dataDir, { recursive: true, force: true });
  },
  30 * MINUTE,
);

async function seeded(dataDir: string): Promise<void> {
  await using database = await embeddedDatabase(join(dataDir, 'pglite'));
  await seedOrganisations(database.prisma, new Date());
  await database.prisma.principal.updateMany({ data: { locale: 'en' } });
}

async function killNowAndThen(bot: BotProcess, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await delay(500 + Math.random() * 7_000);
    if (signal.aborted) return;
    await bot.kill();
    await bot.start();
  }
}

/** Nothing has been posted for longer than any retry of a crashed delivery takes. */
async function everythingSent(control: Control): Promise<void> {
  for (let calls = -1; calls !== control.calls('chat.postMessage').length; ) {
    calls = control.calls('chat.postMessage').length;
    await delay(8_000);
  }
}

/** Keys of owed messages that stand in Slack more than once. */
function doubled(control: Control): readonly string[] {
  const keys = control.snapshot().messages;
  const seen = Object.values(keys)
    .flat()
    .map(({ metadata }) => JSON.stringify(metadata?.event_payload ?? null))
    .filter((key) => key !== 'null');
  return seen.filter((key, index) => seen.indexOf(key) !== index);
}
