import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { delegate } from '../../../src/people/delegation/actions/delegate.ts';
import { endDelegation } from '../../../src/people/delegation/actions/end-delegation.ts';
import type { Delegation } from '../../../src/people/delegation/delegation.ts';
import { takesOver } from '../../../src/people/delegation/resolve.ts';
import type { Actor } from '../../../src/people/principal.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { isRefused } from '../../../src/result.ts';
import { type TestClock, testApp, testClock } from '../../support/app.ts';
import { seedPerson } from '../../support/cast.ts';
import { bothDatabases } from '../../support/database.ts';

const NOW = new Date('2026-05-06T03:00:00Z');
const LATER = new Date('2026-05-16T16:00:00Z');
const nothing = Prisma.sql`SELECT 1`;

describe.each(await bothDatabases())('stand-ins on $name', ({ open }) => {
  let database: Database;
  let app: Awaited<ReturnType<typeof testApp>>;
  let clock: TestClock;
  let team = 0;
  let people: readonly Actor[] = [];

  beforeAll(async () => {
    database = await open();
    clock = testClock(NOW.toISOString());
    app = await testApp(database, clock);
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });

  beforeEach(async () => {
    clock.moveTo(NOW);
    team += 1;
    const id = `st_${team}`;
    await database.prisma.organisation.create({
      data: { id, kind: 'STORE', name: id, legalEntity: id, createdAt: NOW },
    });
    const join = (name: string) =>
      seedPerson(database.prisma, { id: `${name}_${team}`, name, organisationId: id, role: 'STORE_OWNER' });
    people = [await join('ann'), await join('ben'), await join('cem'), await join('dan'), await join('eva')];
  });

  const person = (index: number): Actor => {
    const found = people[index];
    if (!found) throw new Error(`nobody is number ${index}`);
    return found;
  };

  const set = (from: number, to: number | null, changes: Partial<Delegation> = {}) =>
    delegate(app, {
      by: person(from),
      delegation: {
        organisationId: `st_${team}`,
        role: 'STORE_OWNER',
        delegate: to === null ? null : person(to).principalId,
        reportId: null,
        from: clock.now(),
        until: LATER,
        ...changes,
      },
      reason: 'Holiday',
      draft: nothing,
      requestId: app.ids.next('req'),
    });

  const live = () =>
    database.prisma.delegation.findMany({ where: { organisationId: `st_${team}`, endedAt: null } });

  const end = (id: string, by: Actor) =>
    endDelegation(app, { id, by: by.principalId, requestId: app.ids.next('req') });

  const idOf = (result: Awaited<ReturnType<typeof set>>): string => {
    if (isRefused(result)) throw new Error(result.refused);
    return result.ok.id;
  };

  it('are kept in UTC with their reason, and in the trail of the organisation', async () => {
    const id = idOf(await set(0, 1));
    expect(await live()).toMatchObject([{ id, from: NOW, until: LATER, reason: 'Holiday' }]);
    const [event] = await database.prisma.auditEvent.findMany({ where: { objectId: `st_${team}` } });
    expect(event).toMatchObject({ action: 'delegation.set', actor: person(0).principalId });
  });

  it('the stand-in is told, and an absence is told to nobody', async () => {
    const id = idOf(await set(0, 1));
    expect(await database.prisma.delivery.findMany({ where: { subject: id } })).toMatchObject([
      { rule: 'delegation.set', receiver: person(1).principalId },
    ]);
    const away = idOf(await set(2, null));
    expect(await database.prisma.delivery.count({ where: { subject: away } })).toBe(0);
  });

  it('are refused for a report that is not the organisation’s', async () => {
    expect(await set(0, 1, { reportId: 'CR-2026-999999' })).toMatchObject({
      refused: 'delegation.report-unknown',
      field: 'report',
    });
  });

  it('are refused to somebody of another store', async () => {
    const stranger = { id: 'stranger', name: 'Zoe', organisationId: 'st_0', role: 'STORE_OWNER' } as const;
    const created = {
      id: 'st_0',
      kind: 'STORE',
      name: 'Elsewhere',
      legalEntity: 'Elsewhere',
      createdAt: NOW,
    };
    await database.prisma.organisation.create({ data: created });
    await seedPerson(database.prisma, stranger);
    expect(await set(0, 1, { delegate: stranger.id })).toMatchObject({ refused: 'delegation.outside' });
  });

  it('one scope has one at a time, and a new one after the old one was ended', async () => {
    const first = idOf(await set(0, 1));
    expect(await set(0, 2)).toMatchObject({ refused: 'delegation.overlaps' });
    await end(first, person(0));
    expect(await set(0, 2)).toHaveProperty('ok');
  });

  it('both people may end one, nobody else, and only once', async () => {
    const id = idOf(await set(0, 1));
    expect(await end(id, person(2))).toMatchObject({ refused: 'delegation.unknown' });
    expect(await end(id, person(1))).toHaveProperty('ok');
    expect(await end(id, person(0))).toMatchObject({ refused: 'delegation.over' });
    expect(
      await database.prisma.delivery.findMany({ where: { rule: 'delegation.ended', subject: id } }),
    ).toMatchObject([{ receiver: person(0).principalId }]);
  });

  it('what has expired cannot be ended', async () => {
    const id = idOf(await set(0, 1));
    clock.moveTo(LATER);
    expect(await end(id, person(0))).toMatchObject({ refused: 'delegation.over' });
  });

  it('two people naming each other at the same moment make no round', async () => {
    const results = await Promise.all([set(0, 1), set(1, 0)]);
    expect(results.filter(isRefused)).toMatchObject([{ refused: 'delegation.cycle' }]);
    expect(await live()).toHaveLength(1);
  });

  it('a ring that closes at the same moment stays open somewhere', async () => {
    const results = await Promise.all([set(0, 1), set(1, 2), set(2, 0)]);
    expect(results.filter(isRefused)).toHaveLength(1);
    expect(results.find(isRefused)).toMatchObject({ refused: 'delegation.cycle' });
  });

  it('links of one chain set at the same moment never make a fourth', async () => {
    const results = await Promise.all([set(0, 1), set(1, 2), set(2, 3), set(3, 4)]);
    expect(results.filter(isRefused)).toMatchObject([{ refused: 'delegation.chain-too-long' }]);
    const active = (await live()).map(({ delegatorId, delegateId, ...rest }) => ({
      ...rest,
      role: 'STORE_OWNER' as const,
      delegator: delegatorId,
      delegate: delegateId,
    }));
    expect(people.map(({ principalId }) => takesOver(active, principalId))).not.toContain(null);
  });

  it('one person pressing twice has one', async () => {
    const results = await Promise.all([set(0, 1), set(0, 2)]);
    expect(results.filter(isRefused)).toMatchObject([{ refused: 'delegation.overlaps' }]);
    expect(await live()).toHaveLength(1);
  });
});
