import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import type { PlatformName } from '../../src/chat/incoming.ts';
import { Undeliverable } from '../../src/chat/platform-port.ts';
import type { DeliveryDeps } from '../../src/delivery/deps.ts';
import { owe } from '../../src/delivery/owe.ts';
import type { Receiver } from '../../src/delivery/receiver.ts';
import { redraw } from '../../src/delivery/standing/redraw.ts';
import { sendAgain, undelivered } from '../../src/delivery/undelivered.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import { testApp, testClock } from '../support/app.ts';
import { seedPerson } from '../support/cast.ts';
import { testDatabase } from '../support/database.ts';
import { deliveryDeps, FakePort, viewSaying } from './fake-port.ts';
import { sendOwed } from './owed.ts';

const STAFF: Receiver = { kind: 'channel', name: 'staff' };
const LIN: Receiver = { kind: 'person', principalId: 'prn_lin' };
const away = () => Promise.reject(new Error('away'));
const refused = () => {
  throw new Undeliverable('no such channel');
};

describe('one case on two platforms', () => {
  const clock = testClock('2026-05-06T02:00:00Z');
  let app: App & AsyncDisposable;
  let slack: FakePort;
  let discord: FakePort;
  let says: string;
  let deps: DeliveryDeps;

  beforeAll(async () => {
    app = await testApp(await testDatabase(), clock);
    const { prisma } = app.database;
    await prisma.organisation.create({
      data: { id: 'st_1', kind: 'STORE', name: 'S', legalEntity: 'S', createdAt: clock.now() },
    });
    await seedPerson(prisma, { id: 'prn_lin', name: 'Lin', organisationId: 'st_1', role: 'STORE_OWNER' });
    await prisma.chatAccount.createMany({
      data: [account('slack', '2026-01-01T00:00:00Z'), account('discord', '2026-02-01T00:00:00Z')],
    });
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await app.database[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    await app.database.query(Prisma.sql`TRUNCATE delivery, posted_card`);
    slack = new FakePort('slack');
    discord = new FakePort('discord');
    says = 'waiting';
    deps = deliveryDeps(app, [slack, discord], [viewSaying(() => says)]);
  });

  const account = (platform: PlatformName, linkedAt: string) => ({
    platform,
    workspace: '',
    userId: `lin-on-${platform}`,
    principalId: 'prn_lin',
    linkedAt: new Date(linkedAt),
  });
  const lastUsed = (platform: PlatformName, at: string) =>
    app.database.prisma.chatAccount.updateMany({ where: { platform }, data: { lastUsedAt: new Date(at) } });

  let seq = 0;
  async function owed(receiver: Receiver, subject = 'CR-2026-000001'): Promise<void> {
    seq += 1;
    const message = { view: 'report', subject, stateSeq: seq, rule: 'T7', receiver };
    await app.database.change(owe(app.queue, { messages: [message], redraw: [] }, clock.now()));
  }
  const wentTo = ({ posted }: FakePort) => posted.map(({ to }) => to);
  const keys = async () =>
    (await app.database.prisma.delivery.findMany({ orderBy: { key: 'asc' } })).map(
      ({ receiver }) => receiver,
    );

  it('the staff channel of each platform is told, each by a message of its own', async () => {
    await owed(STAFF);
    expect(await sendOwed(deps)).toEqual([]);
    expect([wentTo(slack), wentTo(discord)]).toEqual([['C_STAFF'], ['C_STAFF']]);
    expect(await keys()).toEqual(['channel:staff:discord', 'channel:staff:slack']);
  });

  it('the same change owed once more tells no channel twice', async () => {
    await owed(STAFF);
    await sendOwed(deps);
    seq -= 1;
    await owed(STAFF);
    await sendOwed(deps);
    expect([wentTo(slack), wentTo(discord)]).toEqual([['C_STAFF'], ['C_STAFF']]);
  });

  it('a platform that is away neither blocks the other channel nor has it told twice', async () => {
    slack.before = away;
    await owed(STAFF);
    expect(await sendOwed(deps)).toEqual(['slack: away']);
    slack.before = () => {};
    expect(await sendOwed(deps)).toEqual([]);
    expect([wentTo(slack), wentTo(discord)]).toEqual([['C_STAFF'], ['C_STAFF']]);
  });

  it('a channel that is gone is put before the leads with its platform, and is sent again alone', async () => {
    discord.before = refused;
    await owed(STAFF);
    await sendOwed(deps);
    const [lost, ...others] = await undelivered(app, 9);
    expect(others).toEqual([]);
    expect(lost).toMatchObject({ receiver: 'channel:staff:discord', failure: 'discord: no such channel' });
    discord.before = () => {};
    expect(await sendAgain(app, lost?.key ?? '')).toBe(true);
    await sendOwed(deps);
    expect([wentTo(slack), wentTo(discord)]).toEqual([['C_STAFF'], ['C_STAFF']]);
  });

  it('without any staff channel the leads hear that there is none', async () => {
    await owed(STAFF);
    await sendOwed({ ...deps, staffChannels: [] });
    expect(await undelivered(app, 9)).toMatchObject([{ failure: 'no staff channel' }]);
  });

  it('a person is told where they were last', async () => {
    await owed(LIN);
    await sendOwed(deps);
    await lastUsed('discord', '2026-05-06T01:00:00Z');
    await owed(LIN);
    await sendOwed(deps);
    await lastUsed('slack', '2026-05-06T01:30:00Z');
    await owed(LIN);
    await sendOwed(deps);
    expect(wentTo(slack)).toEqual(['lin-on-slack', 'lin-on-slack']);
    expect(wentTo(discord)).toEqual(['lin-on-discord']);
  });

  it('and on the other platform where that one refuses', async () => {
    await lastUsed('discord', '2026-05-06T01:45:00Z');
    discord.before = refused;
    await owed(LIN);
    await sendOwed(deps);
    expect(wentTo(slack)).toEqual(['lin-on-slack']);
  });

  it('a message for one account goes there, wherever its owner is', async () => {
    await owed({
      kind: 'account',
      account: { platform: 'discord', workspace: '', userId: 'lin-on-discord' },
    });
    await owed({ kind: 'account', account: { platform: 'slack', workspace: 'T1', userId: 'nobody-yet' } });
    await sendOwed(deps);
    expect(wentTo(discord)).toEqual(['lin-on-discord']);
    expect(wentTo(slack)).toEqual(['nobody-yet']);
  });

  it('every card of a case is redrawn on both platforms, and one that fails does not stop the others', async () => {
    await lastUsed('discord', '2026-05-06T01:50:00Z');
    await owed(STAFF);
    await owed(LIN);
    await sendOwed(deps);
    says = 'decided';
    slack.before = away;
    await expect(redraw(deps, { subjects: ['CR-2026-000001'] })).rejects.toThrow('slack: away');
    expect([...discord.standing.values()]).toEqual(['decided', 'decided']);
    slack.before = () => {};
    await redraw(deps, { subjects: ['CR-2026-000001'] });
    expect(new Set([...slack.standing.values(), ...discord.standing.values()])).toEqual(new Set(['decided']));
  });

  it('a card on a platform that is not connected waits until it is', async () => {
    await owed(STAFF);
    await sendOwed(deps);
    says = 'decided';
    await redraw({ ...deps, ports: new Map([['slack', slack]]) }, { subjects: ['CR-2026-000001'] });
    expect([...discord.standing.values()]).toEqual(['waiting']);
    await redraw(deps, { subjects: ['CR-2026-000001'] });
    expect([...discord.standing.values()]).toEqual(['decided']);
  });
});
