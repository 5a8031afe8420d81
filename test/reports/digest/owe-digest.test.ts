import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import type { DeliverJob } from '../../../src/delivery/owe.ts';
import { deliver } from '../../../src/delivery/send/deliver.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { oweDigest } from '../../../src/reports/digest/actions/owe-digest.ts';
import { weeklyDigestView } from '../../../src/reports/digest/chat/view.ts';
import { deliveryDeps, FakePort } from '../../delivery/fake-port.ts';
import { testApp, testClock } from '../../support/app.ts';
import { bothDatabases } from '../../support/database.ts';
import { forget, lived } from './population.ts';

const ZONE = 'Asia/Shanghai';
const MONDAY = '2026-06-15T01:30:00Z';

describe.each(await bothDatabases())('the digest of a week on $name', ({ open }) => {
  const clock = testClock(MONDAY);
  const stack = new AsyncDisposableStack();
  let app: App;
  beforeAll(async () => {
    app = stack.use(await testApp(stack.use(await open()), clock));
  });
  afterAll(() => stack.disposeAsync());
  beforeEach(async () => {
    await forget(app.database);
    await app.database.prisma.delivery.deleteMany();
    await app.database.query(Prisma.sql`DELETE FROM pgboss.job WHERE name = 'deliver'`);
    clock.moveTo(MONDAY);
  });

  const aRequest = (at = '2026-06-09T02:00:00Z') =>
    lived(app.database, { steps: [[at, 'T2', 'DRAFT', 'REQUESTED']], state: 'REQUESTED' });
  const jobs = async () => {
    const rows = await app.database.query<{ data: DeliverJob }>(
      Prisma.sql`SELECT data FROM pgboss.job WHERE name = 'deliver' ORDER BY created_on`,
    );
    return rows.map(({ data }) => data);
  };

  it('is owed once on Monday 09:30, whoever asks and however often', async () => {
    await aRequest();
    clock.moveTo('2026-06-15T01:29:59Z');
    // The week before is older than the record.
    expect(await oweDigest(app, ZONE)).toBeNull();
    clock.moveTo(MONDAY);
    const asked = await Promise.all([oweDigest(app, ZONE), oweDigest(app, ZONE), oweDigest(app, ZONE)]);
    expect(asked.filter((week) => week !== null).map(({ name }) => name)).toEqual(['2026-W24']);
    clock.moveTo('2026-06-18T03:00:00Z');
    expect(await oweDigest(app, ZONE)).toBeNull();
    expect((await jobs()).map(({ key }) => key)).toEqual(['week:2026-W24/0/weekly-digest/channel:staff']);
  });

  it('is owed for the latest week alone after a standstill', async () => {
    await aRequest();
    clock.moveTo('2026-07-07T20:00:00Z');
    expect(await oweDigest(app, ZONE)).toMatchObject({ name: '2026-W27' });
    expect(await jobs()).toHaveLength(1);
  });

  it('comes to the staff channel as a card', async () => {
    await aRequest();
    await oweDigest(app, ZONE);
    const port = new FakePort();
    const [job] = await jobs();
    if (!job) throw new Error('nothing was owed');
    const deps = deliveryDeps(app, [port], [weeklyDigestView]);
    await deliver(deps, job, false);
    // To every channel means one message to each.
    const [, forChannel] = await jobs();
    if (!forChannel) throw new Error('no channel was owed it');
    await deliver(deps, forChannel, false);
    expect(await oweDigest(app, ZONE), 'told once for all').toBeNull();
    expect(port.posted).toEqual([{ to: 'C_STAFF', title: 'Digest of week 24, 2026', again: false }]);
  });
});
