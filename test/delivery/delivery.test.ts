import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { Undeliverable } from '../../src/chat/platform-port.ts';
import type { DeliveryDeps } from '../../src/delivery/deps.ts';
import { owe, type RedrawJob } from '../../src/delivery/owe.ts';
import { deliver } from '../../src/delivery/send/deliver.ts';
import { cardDisturbed, cardUndisturbed } from '../../src/delivery/standing/disturbed.ts';
import { redraw } from '../../src/delivery/standing/redraw.ts';
import { deliveryKey, type OwedMessage } from '../../src/delivery/view.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import { testApp, testClock } from '../support/app.ts';
import { seedPerson } from '../support/cast.ts';
import { testDatabase } from '../support/database.ts';
import { deliveryDeps, FakePort, viewSaying } from './fake-port.ts';

describe('owed messages and standing cards', () => {
  const clock = testClock('2026-05-06T02:00:00Z');
  let app: App & AsyncDisposable;
  let port: FakePort;
  let says: string | null;
  let deps: DeliveryDeps;

  beforeAll(async () => {
    app = await testApp(await testDatabase(), clock);
    await app.database.prisma.organisation.create({
      data: { id: 'st_1', kind: 'STORE', name: 'S', legalEntity: 'S', createdAt: clock.now() },
    });
    await seedPerson(app.database.prisma, {
      id: 'prn_1',
      name: 'Olivia',
      organisationId: 'st_1',
      role: 'STORE_OWNER',
    });
    await link('U_FIRST', '2026-01-01T00:00:00Z');
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await app.database[Symbol.asyncDispose]();
  });
  beforeEach(() => {
    port = new FakePort();
    says = 'waiting';
    deps = deliveryDeps(app, [port], [viewSaying(() => says)]);
  });

  const link = (userId: string, at: string) =>
    app.database.prisma.chatAccount.create({
      data: { platform: 'slack', workspace: 'T1', userId, principalId: 'prn_1', linkedAt: new Date(at) },
    });

  let subjects = 0;
  /** Owed, as a change owes it. */
  async function owed(changes: Partial<OwedMessage> = {}): Promise<OwedMessage> {
    subjects += 1;
    const message: OwedMessage = {
      view: 'report',
      subject: `CR-2026-${String(subjects).padStart(6, '0')}`,
      stateSeq: 1,
      rule: 'T2',
      receiver: { kind: 'person', principalId: 'prn_1' },
      ...changes,
    };
    await app.database.change(owe(app.queue, { messages: [message], redraw: [] }, clock.now()));
    return message;
  }
  const send = (message: OwedMessage, again = false) =>
    deliver(deps, { key: deliveryKey(message), message }, again);
  const standing = (subject: string) => app.database.prisma.postedCard.findMany({ where: { subject } });

  it('a message is sent once, however often its job runs', async () => {
    const message = await owed();
    await send(message);
    await send(message, true);
    expect(port.posted).toEqual([{ to: 'U_FIRST', title: 'waiting', again: false }]);
  });

  it('an attempt after one that may have gone through says so to the platform', async () => {
    const message = await owed();
    await send(message, true);
    expect(port.posted[0]?.again).toBe(true);
  });

  it('the same message asked for twice is owed once', async () => {
    const message = await owed();
    await app.database.change(owe(app.queue, { messages: [message], redraw: [] }, clock.now()));
    expect(await app.database.prisma.delivery.count({ where: { subject: message.subject } })).toBe(1);
  });

  it('a failure worth retrying leaves the message owed', async () => {
    const message = await owed();
    port.before = () => Promise.reject(new Error('slack is away'));
    await expect(send(message)).rejects.toThrow('slack is away');
    port.before = () => {};
    await send(message, true);
    expect(port.posted).toHaveLength(1);
  });

  it('an account that cannot be reached is passed over for the next one', async () => {
    const message = await owed();
    await link('U_SECOND', '2026-02-01T00:00:00Z');
    let calls = 0;
    port.before = () => {
      calls += 1;
      if (calls === 1) throw new Undeliverable('user_disabled');
    };
    await send(message);
    expect(port.posted.map(({ to }) => to)).toEqual(['U_SECOND']);
  });

  it('a message that nobody can receive is put on record with every reason', async () => {
    const message = await owed();
    port.before = () => {
      throw new Undeliverable('user_disabled');
    };
    await send(message);
    const delivery = await app.database.prisma.delivery.findUniqueOrThrow({
      where: { key: deliveryKey(message) },
    });
    expect(delivery.failure).toContain('slack: user_disabled');
    expect(delivery.sentAt).toBeNull();
  });

  it('somebody who may no longer see the case is owed nothing', async () => {
    const message = await owed();
    says = null;
    await send(message);
    expect(port.posted).toEqual([]);
    expect(
      await app.database.prisma.delivery.findUnique({ where: { key: deliveryKey(message) } }),
    ).toBeNull();
  });

  it('a card that has changed is redrawn in place, one that has not is left alone', async () => {
    const message = await owed();
    await send(message);
    let redrawn = 0;
    port.before = (method) => {
      if (method === 'redraw') redrawn += 1;
    };
    await redraw(deps, { subjects: [message.subject] });
    expect(redrawn).toBe(0);
    says = 'decided';
    await redraw(deps, { subjects: [message.subject] });
    expect(port.standing.get(port.last)).toBe('decided');
  });

  it('a card that an attempt has left there unseen is drawn again, since nobody knows from which record it was', async () => {
    const message = await owed();
    const card = { tone: 'neutral', title: 'waiting' } as const;
    const options = { deliveryKey: deliveryKey(message), again: false, locale: 'en' };
    const ref = await port.postToPerson({ userId: 'U_FIRST' }, card, options);
    says = 'decided';
    // The platform finds the message of the first attempt, as it was drawn then.
    port.postToPerson = async () => ref;
    await send(message, true);
    expect(port.standing.get(ref.message)).toBe('waiting');
    await redraw(deps, { subjects: [message.subject] });
    expect(port.standing.get(ref.message)).toBe('decided');
  });

  describe('a card that its platform shows otherwise while a click on it is carried out', () => {
    const refOfLast = () =>
      ({ platform: 'slack', workspace: 'T1', channel: 'U_FIRST', message: port.last }) as const;
    async function drawnAnew(subject: string) {
      const rows = await app.database.query<{ readonly data: RedrawJob; readonly wait: number }>(Prisma.sql`
        SELECT data, extract(epoch FROM start_after - created_on)::int AS wait FROM pgboss.job
        WHERE name = 'redraw' AND data->'subjects' @> ${JSON.stringify([subject])}::jsonb AND data ? 'anew'
        ORDER BY created_on DESC LIMIT 1`);
      const [job] = rows;
      if (!job) throw new Error('nothing draws the card again');
      return job;
    }

    it('is drawn again after a while, whatever becomes of the process', async () => {
      const message = await owed();
      await send(message);
      await cardDisturbed(app, refOfLast());
      port.standing.set(port.last, 'working');
      const { data, wait } = await drawnAnew(message.subject);
      expect(wait).toBe(20);
      await redraw(deps, data);
      expect(port.standing.get(port.last)).toBe('waiting');
    });

    it('also when the queue has drawn it in between, and the buttons went from an older drawing after that', async () => {
      const message = await owed();
      await send(message);
      await cardDisturbed(app, refOfLast());
      says = 'decided';
      await redraw(deps, { subjects: [message.subject] });
      port.standing.set(port.last, 'waiting, without buttons');
      await redraw(deps, (await drawnAnew(message.subject)).data);
      expect(port.standing.get(port.last)).toBe('decided');
    });

    it('and at once when the click is over', async () => {
      const message = await owed();
      await send(message);
      expect(await cardUndisturbed(app, refOfLast())).toBe(true);
      expect((await drawnAnew(message.subject)).wait).toBe(0);
    });
  });

  it('a message that is no card of ours is not spoken of', async () => {
    const before = await app.queue.depths();
    const chat = { platform: 'slack', workspace: 'T1', channel: 'U_FIRST', message: 'chat' } as const;
    await cardDisturbed(app, chat);
    expect(await cardUndisturbed(app, chat)).toBe(false);
    expect(await app.queue.depths()).toEqual(before);
  });

  it('a newer card of the same case makes the older one step back, once', async () => {
    const message = await owed();
    await send(message);
    await send(await owed({ subject: message.subject, stateSeq: 2, rule: 'T3' }));
    const live = (await standing(message.subject)).filter((card) => card.live);
    expect(live.map((card) => card.message)).toEqual([port.last]);
    await redraw(deps, { subjects: [message.subject] });
    let redrawn = 0;
    port.before = () => {
      redrawn += 1;
    };
    await redraw(deps, { subjects: [message.subject] });
    expect(redrawn).toBe(0);
  });

  it('of two redrawings at once the newer state stays, even if the platform takes the older one last', async () => {
    const message = await owed();
    await send(message);
    const older = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    port.before = (method, title) => {
      if (method !== 'redraw' || title !== 'older') return;
      held.resolve();
      return older.promise;
    };
    says = 'older';
    const first = redraw(deps, { subjects: [message.subject] });
    await held.promise;
    says = 'newer';
    await redraw(deps, { subjects: [message.subject] });
    older.resolve();
    await first;
    expect(port.standing.get(port.last)).toBe('newer');
  });

  it('two redrawings that keep meeting each other both come to an end', async () => {
    const message = await owed();
    await send(message);
    says = 'decided';
    // Each waits at the platform until the other has got there too.
    let arrived = 0;
    const both = Promise.withResolvers<void>();
    port.before = async () => {
      arrived += 1;
      if (arrived === 2) both.resolve();
      await both.promise;
    };
    await Promise.all([1, 2].map(() => redraw(deps, { subjects: [message.subject] })));
    expect(port.standing.get(port.last)).toBe('decided');
    expect(arrived).toBeLessThanOrEqual(3);
  });

  it('a card whose message is gone is forgotten', async () => {
    const message = await owed();
    await send(message);
    says = 'decided';
    port.before = () => {
      throw new Undeliverable('message_not_found');
    };
    await redraw(deps, { subjects: [message.subject] });
    expect(await standing(message.subject)).toEqual([]);
  });

  it('one card that cannot be drawn now does not keep the others from being drawn', async () => {
    const first = await owed();
    const second = await owed();
    await send(first);
    await send(second);
    says = 'decided';
    let calls = 0;
    port.before = () => {
      calls += 1;
      if (calls === 1) throw new Error('slack is away');
    };
    await expect(redraw(deps, { subjects: [first.subject, second.subject] })).rejects.toThrow(
      'slack is away',
    );
    expect([...port.standing.values()].filter((title) => title === 'decided')).toHaveLength(1);
  });

  it('a card whose reader may not see its subject any more is closed', async () => {
    const message = await owed();
    await send(message);
    says = null;
    await redraw(deps, { subjects: [message.subject] });
    expect(port.standing.get(port.last)).toBe('This card is closed');
  });
});
