import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { Undeliverable } from '../../src/chat/platform-port.ts';
import type { DeliveryDeps } from '../../src/delivery/deps.ts';
import { owe } from '../../src/delivery/owe.ts';
import { deliver } from '../../src/delivery/send/deliver.ts';
import { retryUnconfirmed } from '../../src/delivery/unconfirmed.ts';
import { deliveryKey, type OwedMessage } from '../../src/delivery/view.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import { type TestClock, testApp, testClock } from '../support/app.ts';
import { caseDriver } from '../support/case-driver.ts';
import { type Cast, seedCast } from '../support/cast.ts';
import { testDatabase } from '../support/database.ts';
import { deliveryDeps, FakePort, viewSaying } from './fake-port.ts';

describe('a message whose arrival must be proven', () => {
  let clock: TestClock;
  let app: App & AsyncDisposable;
  let cast: Cast;
  let port: FakePort;
  let deps: DeliveryDeps;
  let says: string;
  let id: string;

  beforeEach(async () => {
    clock = testClock('2026-05-07T02:00:00Z');
    app = await testApp(await testDatabase(), clock);
    cast = await seedCast(app.database);
    const drive = caseDriver(app, cast);
    id = await drive.draft();
    await drive.apply(id, cast.owner, { type: 'request' });
    await app.database.prisma.delivery.deleteMany();
    await jobsAreLost();
    await app.database.prisma.chatAccount.create({
      data: {
        platform: 'slack',
        workspace: 'T1',
        userId: 'U_ADMIN',
        principalId: cast.admin.principalId,
        linkedAt: clock.now(),
      },
    });
    port = new FakePort();
    says = 'waiting';
    deps = deliveryDeps(app, [port], [viewSaying(() => says)]);
  });
  afterEach(async () => {
    await app[Symbol.asyncDispose]();
    await app.database[Symbol.asyncDispose]();
  });

  const reminder = (changes: Partial<OwedMessage> = {}): OwedMessage => ({
    view: 'report',
    subject: id,
    stateSeq: 2,
    rule: 'reminder-at-80',
    receiver: { kind: 'person', principalId: cast.admin.principalId },
    ...changes,
  });
  async function owed(message: OwedMessage): Promise<OwedMessage> {
    await app.database.change(owe(app.queue, { messages: [message], redraw: [] }, clock.now()));
    return message;
  }
  const send = (message: OwedMessage) => deliver(deps, { key: deliveryKey(message), message }, false);
  const delivery = (message: OwedMessage) =>
    app.database.prisma.delivery.findUnique({ where: { key: deliveryKey(message) } });
  const jobs = async () => {
    const rows = await app.database.query<{ data: { again?: boolean } }>(
      Prisma.sql`SELECT data FROM pgboss.job WHERE name = 'deliver' AND state = 'created' ORDER BY created_on`,
    );
    return rows.map(({ data }) => data.again === true);
  };
  const jobsAreLost = () => app.database.query(Prisma.sql`DELETE FROM pgboss.job WHERE name = 'deliver'`);
  const later = (minutes: number) => clock.moveTo(new Date(clock.now().getTime() + minutes * 60_000));

  describe('that nothing has confirmed for ten minutes', () => {
    it('is sent once more under its key, asking the platform first', async () => {
      await owed(reminder());
      await jobsAreLost();
      later(9);
      await retryUnconfirmed(app);
      expect(await jobs()).toEqual([]);
      later(2);
      await retryUnconfirmed(app);
      await retryUnconfirmed(app);
      expect(await jobs()).toEqual([true]);
    });

    it('is left alone while a job is still at work on it', async () => {
      await owed(reminder());
      later(60);
      await retryUnconfirmed(app);
      expect(await jobs()).toEqual([false]);
    });

    it('is a lead’s when the second time was not confirmed either', async () => {
      const message = await owed(reminder());
      await jobsAreLost();
      later(11);
      await retryUnconfirmed(app);
      await jobsAreLost();
      later(11);
      await retryUnconfirmed(app);
      expect((await delivery(message))?.failure).toBe('never confirmed');
      expect(await jobs()).toEqual([]);
    });
  });

  it('is no longer owed once the step that it asks for is done', async () => {
    const message = await owed(reminder());
    await caseDriver(app, cast).apply(id, cast.admin, { type: 'accept' });
    await send(message);
    expect(port.posted).toEqual([]);
    expect(await delivery(message)).toBeNull();
  });

  describe('that only says how late it is', () => {
    const note = () => reminder({ rule: 'reminder-at-100', edit: true });

    it('edits the card that stands, and has arrived with that', async () => {
      await send(await owed(reminder()));
      says = 'late';
      const message = await owed(note());
      await send(message);
      expect(port.posted).toHaveLength(1);
      expect(port.standing.get(port.last)).toBe('late');
      expect((await delivery(message))?.sentAt).toEqual(clock.now());
    });

    it('is posted where no card stands', async () => {
      await send(await owed(note()));
      expect(port.posted.map(({ to }) => to)).toEqual(['U_ADMIN']);
    });

    it('is posted where the card has been deleted on the platform', async () => {
      await send(await owed(reminder()));
      says = 'late';
      port.before = (method) => {
        if (method === 'redraw') throw new Undeliverable('message_not_found');
      };
      await send(await owed(note()));
      expect(port.posted).toHaveLength(2);
    });
  });
});
