import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CAST } from '../../simulator/demo/cast.ts';
import { slackSeed } from '../../simulator/demo/slack-seed.ts';
import { keepState, loadKept, simulatorFile } from '../../simulator/persistence.ts';
import { Control } from '../../simulator/slack/control/control.ts';
import { SlackSimulator } from '../../simulator/slack/simulator.ts';
import type { Snapshot } from '../../simulator/slack/state/model.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'baobei-simulator-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

function aSimulator(snapshot?: Snapshot): SlackSimulator {
  return new SlackSimulator({
    ...slackSeed(CAST),
    clock: { now: () => new Date('2026-05-06T02:00:00Z') },
    botToken: 'xoxb-kept',
    signingSecret: 'kept',
    manifest: {},
    ...(snapshot ? { snapshot } : {}),
  });
}

it('after a restart everything that was said is still there, and the clock stands where it was moved to', async () => {
  const file = simulatorFile(dataDir);
  const before = aSimulator();
  const direct = new Control(before).person('U0OLIVIA').direct;
  await keepState(file, { simulator: before, clock: { offsetMs: 3_600_000 } })[Symbol.asyncDispose]();
  const kept = await loadKept(file);
  const after = aSimulator(kept?.slack);
  expect(new Control(after).person('U0OLIVIA').direct).toBe(direct);
  expect(after.snapshot()).toEqual(before.snapshot());
});

it('a first start finds nothing', async () => {
  expect(await loadKept(simulatorFile(dataDir))).toBeUndefined();
});

it('the file of another version is left aside', async () => {
  await writeFile(simulatorFile(dataDir), JSON.stringify({ version: 0, slack: {} }));
  expect(await loadKept(simulatorFile(dataDir))).toBeUndefined();
});

it('a file that is no JSON is an error that says what to do', async () => {
  await writeFile(simulatorFile(dataDir), '{ half');
  await expect(loadKept(simulatorFile(dataDir))).rejects.toThrow('delete it to start afresh');
});
