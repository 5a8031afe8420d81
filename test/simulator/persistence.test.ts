import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CAST } from '../../simulator/demo/cast.ts';
import { discordSeed } from '../../simulator/demo/discord-seed.ts';
import { slackSeed } from '../../simulator/demo/slack-seed.ts';
import { Control as DiscordControl } from '../../simulator/discord/control/control.ts';
import { DiscordSimulator } from '../../simulator/discord/simulator.ts';
import { type Kept, keepState, loadKept, simulatorFile } from '../../simulator/persistence.ts';
import { Control } from '../../simulator/slack/control/control.ts';
import { SlackSimulator } from '../../simulator/slack/simulator.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'baobei-simulator-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

const clock = { now: () => new Date('2026-05-06T02:00:00Z') };

function standIns(kept?: Kept) {
  return {
    slack: new SlackSimulator({
      ...slackSeed(CAST),
      clock,
      botToken: 'xoxb-kept',
      signingSecret: 'kept',
      manifest: {},
      ...(kept ? { snapshot: kept.slack } : {}),
    }),
    discord: new DiscordSimulator({
      ...discordSeed(CAST),
      clock,
      botToken: 'kept',
      ...(kept ? { snapshot: kept.discord } : {}),
    }),
  };
}

it('after a restart everything that was said is still there, and the clock stands where it was moved to', async () => {
  const file = simulatorFile(dataDir);
  const before = standIns();
  const direct = new Control(before.slack).person('U0OLIVIA').direct;
  const linXiao = CAST.people.find(({ handle }) => handle === 'linxiao')?.discordUserId ?? '';
  new DiscordControl(before.discord).person(linXiao).say('still here?');
  await keepState(file, { ...before, clock: { offsetMs: 3_600_000 } })[Symbol.asyncDispose]();
  const kept = await loadKept(file);
  const after = standIns(kept);
  expect(kept?.clockOffsetMs).toBe(3_600_000);
  expect(new Control(after.slack).person('U0OLIVIA').direct).toBe(direct);
  expect(new DiscordControl(after.discord).person(linXiao).sees()).toContain('still here?');
  expect(after.slack.snapshot()).toEqual(before.slack.snapshot());
  expect(after.discord.snapshot()).toEqual(before.discord.snapshot());
});

it('a first start finds nothing', async () => {
  expect(await loadKept(simulatorFile(dataDir))).toBeUndefined();
});

it('the file of another version is left aside', async () => {
  await writeFile(simulatorFile(dataDir), JSON.stringify({ version: 0, slack: {}, discord: {} }));
  expect(await loadKept(simulatorFile(dataDir))).toBeUndefined();
});

it('a file that is no JSON is an error that says what to do', async () => {
  await writeFile(simulatorFile(dataDir), '{ half');
  await expect(loadKept(simulatorFile(dataDir))).rejects.toThrow('delete it to start afresh');
});
