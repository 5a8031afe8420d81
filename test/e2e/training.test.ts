import { afterEach, describe, expect, it } from 'vitest';
import { refreshBenchmarks } from '../../src/training/actions/diagnosis/refresh-benchmarks.ts';
import { bondRows, monthsBetween, write } from '../ratings/support/given-rated.ts';
import { figureRows, named, peerRows } from '../training/support/given-stores.ts';
import { en } from './support/screen.ts';
import { startWorld, type World } from './support/world.ts';

const PEERS = named(24);

/** Aurora, whose visitors do not buy, served by Yuanfan, among peers; the first quarter of 2026 is over. */
async function given(world: World): Promise<void> {
  const app = world.app();
  await write(app.database, [
    bondRows({ providerId: 'prv_yuanfan', storeId: 'st_aurora' }),
    ...peerRows(PEERS, 'BEAUTY_SKINCARE'),
    figureRows(
      monthsBetween('2025-12-01', 4).flatMap((month) => [
        { storeId: 'st_aurora', month, cvr: 0.018, uv: 60_000 },
        ...PEERS.map((storeId) => ({ storeId, month })),
      ]),
    ),
  ]);
  await refreshBenchmarks(app);
}

describe('growth training across both platforms', () => {
  let world: World;
  afterEach(async () => world[Symbol.asyncDispose]());

  it('a provider asks on Discord, the store lets it in on Slack, and a plan follows the diagnosis', async () => {
    world = await startWorld({ placing: { store: 'slack', provider: 'discord', staff: 'slack' } });
    await given(world);
    const [olivia, linxiao] = [world.screen('olivia'), world.screen('linxiao')];
    await linxiao.command('/training diagnose');
    await linxiao.press(en('training.consent.ask'));
    await olivia.press(en('training.consent.grant'));
    await linxiao.press(en('training.consent.diagnose'));
    await linxiao.sees(en('training.verdict.WEAK_FACTOR', { problem: en('training.problem.CVR') }));
    await linxiao.press(en('training.diagnosis.make-plan'));
    await linxiao.press(en('training.plan.accept'));
    await linxiao.press(en('training.plan.task-done', { number: 1 }));
    await linxiao.sees(en('training.plan.state.RUNNING'));
    await world.settled();
    const { prisma } = world.app().database;
    expect(await prisma.trainingPlan.findFirstOrThrow()).toMatchObject({
      state: 'RUNNING',
      storeId: 'st_aurora',
    });
    expect(await prisma.capabilityRecord.findFirstOrThrow()).toMatchObject({
      tasksAssigned: 3,
      tasksDone: 1,
    });
    expect(world.violations()).toEqual([]);
  }, 120_000);
});
