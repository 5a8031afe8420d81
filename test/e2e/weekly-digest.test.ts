import { afterEach, expect, it } from 'vitest';
import { CAST } from '../../simulator/demo/cast.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import { journey } from './support/journey.ts';
import { en } from './support/screen.ts';
import { startWorld, type World } from './support/world.ts';

let world: World;
afterEach(async () => world[Symbol.asyncDispose]());

it('the staff channel gets one digest on Monday with its picture, also after a restart', async () => {
  world = await startWorld({ mode: 'http' });
  const { wangfang, linxiao, ...act } = journey(world);
  await act.request();
  await linxiao.sees(act.action('accept'));
  world.clock.moveTo('2026-05-04T01:30:00Z');
  await Promise.all([world.bot().bot.round(), world.bot().bot.round()]);
  const title = en('digest.title', { week: 18, year: '2026' });
  await wangfang.sees(title);
  await world.restart();
  await world.bot().bot.round();

  const reader = world.standIns.slack?.person('U0WANGFANG');
  const digests = reader
    ?.messages(CAST.staffChannelId)
    .map((message) => reader.read(message).text)
    .filter((text) => text.includes(title));
  expect(digests).toHaveLength(1);
  // Also none that is still on its way.
  const jobs = await world.app().database.query(Prisma.sql`
      SELECT FROM pgboss.job WHERE name = 'deliver' AND data->>'key' LIKE 'week:%channel:staff:slack'`);
  expect(jobs).toHaveLength(1);
  expect(digests?.[0]).toContain('[How far requests came in the last 12 weeks: Requested 1; Filled in 0;');
  expect(world.violations()).toEqual([]);
}, 120_000);
