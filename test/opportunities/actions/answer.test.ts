import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import { decline } from '../../../src/opportunities/actions/answer/decline.ts';
import { showInterest } from '../../../src/opportunities/actions/answer/show-interest.ts';
import { decideOpportunity } from '../../../src/opportunities/actions/decide-opportunity.ts';
import { openBidsOf } from '../../../src/opportunities/record/read/bids.ts';
import { findOpportunity } from '../../../src/opportunities/record/read/opportunity.ts';
import { placesOf } from '../../../src/opportunities/record/read/places.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { type TestClock, testApp, testClock } from '../../support/app.ts';
import { bothDatabases } from '../../support/database.ts';
import {
  adminOf,
  codeOf,
  done,
  givenCandidates,
  givenStaff,
  published,
  requestId,
  STAFF,
  START,
} from '../support/given-opportunities.ts';

describe.each(await bothDatabases())('an answer on $name', ({ open }) => {
  let database: Database;
  let clock: TestClock;
  let app: App & AsyncDisposable;

  beforeAll(async () => {
    database = await open();
    clock = testClock(START);
    app = await testApp(database, clock);
    await givenStaff(database);
    await givenCandidates(
      database,
      { id: 'prv_a', level: '4', published: 70 },
      { id: 'prv_b', level: '3', published: 60 },
      { id: 'prv_new' },
    );
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });

  const interest = (provider: string, opportunityId: string) =>
    showInterest(app, { actor: adminOf(provider), requestId: requestId(), opportunityId });
  const no = (provider: string, opportunityId: string) =>
    decline(app, { actor: adminOf(provider), requestId: requestId(), opportunityId });
  const withdraw = async (opportunityId: string) => {
    const now = await findOpportunity(app, opportunityId);
    const how = { outcome: { kind: 'WITHDRAWN' as const }, reason: 'The brand waits a year.' };
    const asked = {
      actor: STAFF,
      requestId: requestId(),
      opportunityId,
      stateSeq: now?.stateSeq ?? 0,
      ...how,
    };
    return done(await decideOpportunity(app, asked));
  };
  const answers = async (id: string) =>
    Object.fromEntries((await placesOf(app, id)).map(({ providerId, answer }) => [providerId, answer]));

  it('of interest moves the opportunity on; a second click changes nothing', async () => {
    const id = await published(app);
    expect(codeOf(await interest('prv_a', id))).toBe('done');
    expect(await findOpportunity(app, id)).toMatchObject({ state: 'INTERESTED' });
    expect(codeOf(await interest('prv_a', id))).toBe('opportunities.already-interested');
    const told = await database.prisma.delivery.findMany({ where: { subject: id, rule: 'interest-prv_a' } });
    expect(told.map(({ receiver }) => receiver)).toEqual(['WANG']);
    await withdraw(id);
  });

  it('may come from several providers at one moment', async () => {
    const id = await published(app);
    const all = await Promise.all(['prv_a', 'prv_b', 'prv_new'].map((provider) => interest(provider, id)));
    expect(all.map(codeOf)).toEqual(['done', 'done', 'done']);
    expect(await answers(id)).toEqual({ prv_a: 'INTERESTED', prv_b: 'INTERESTED', prv_new: 'INTERESTED' });
    await withdraw(id);
  });

  it('is one of as many bids as the level may have open, also when two are clicked at once', async () => {
    const ids = [];
    for (const brand of ['One', 'Two', 'Three']) ids.push(await published(app, { brand }));
    const [one = '', two = '', three = ''] = ids;
    done(await interest('prv_new', one));
    const both = await Promise.all([two, three].map((id) => interest('prv_new', id)));
    expect(both.map(codeOf).toSorted()).toEqual(['done', 'opportunities.no-free-bid']);
    expect(await openBidsOf(app, 'prv_new')).toHaveLength(2);
    const late = both[0] && 'ok' in both[0] ? three : two;
    expect(await interest('prv_new', late)).toMatchObject({
      refused: 'opportunities.no-free-bid',
      data: { most: 2, bids: [`One (${one})`, expect.stringContaining('(opp_')] },
    });
    done(await no('prv_new', one));
    expect(codeOf(await interest('prv_new', late))).toBe('done');
    for (const id of ids) await withdraw(id);
    expect(await openBidsOf(app, 'prv_new')).toEqual([]);
  });

  it('whoever has no free bid stands on no slate', async () => {
    const taken = [await published(app), await published(app)];
    for (const id of taken) done(await interest('prv_new', id));
    const next = await published(app);
    expect(Object.keys(await answers(next))).not.toContain('prv_new');
    for (const id of [...taken, next]) await withdraw(id);
  });

  it('can be no, and yes after all until the deadline', async () => {
    const id = await published(app);
    done(await no('prv_b', id));
    expect(codeOf(await no('prv_b', id))).toBe('opportunities.already-declined');
    expect(codeOf(await interest('prv_b', id))).toBe('done');
    await withdraw(id);
    expect(codeOf(await no('prv_b', id))).toBe('opportunities.ended');
    expect(codeOf(await interest('prv_a', id))).toBe('opportunities.ended');
    expect(await answers(id)).toMatchObject({ prv_a: 'RELEASED', prv_b: 'INTERESTED' });
  });

  it('is refused to a provider that was suspended or barred since the slate', async () => {
    const id = await published(app);
    await database.query(
      Prisma.sql`UPDATE provider_rating SET suspended_at = now() WHERE provider_id = 'prv_a'`,
    );
    expect(codeOf(await interest('prv_a', id))).toBe('opportunities.not-able');
    await database.query(
      Prisma.sql`UPDATE provider_rating SET suspended_at = NULL WHERE provider_id = 'prv_a'`,
    );
    await database.query(Prisma.sql`UPDATE provider SET barred_at = now() WHERE id = 'prv_b'`);
    expect(codeOf(await interest('prv_b', id))).toBe('opportunities.not-able');
    await database.query(Prisma.sql`UPDATE provider SET barred_at = NULL WHERE id = 'prv_b'`);
    await withdraw(id);
  });

  it('is refused to whoever stands on no slate; from 5★ on it is the request for a docking seat', async () => {
    const id = await published(app);
    await givenCandidates(
      database,
      { id: 'prv_four', level: '4', published: 66 },
      { id: 'prv_five', level: '5', published: 74 },
      { id: 'prv_design', level: '5', published: 74, scopes: ['DESIGN'] },
    );
    expect(codeOf(await interest('prv_four', id))).toBe('opportunities.not-listed');
    expect(codeOf(await interest('prv_design', id))).toBe('opportunities.seat-does-not-fit');
    expect(done(await interest('prv_five', id))).toMatchObject({ seat: true });
    expect((await placesOf(app, id))[0]).toMatchObject({ because: 'seat', round: 0, answer: 'INTERESTED' });
    expect(codeOf(await interest('prv_five', id))).toBe('opportunities.already-interested');
    await withdraw(id);
  });

  it('of interest is refused after the deadline', async () => {
    const id = await published(app);
    clock.moveTo('2026-05-20T16:00:00Z');
    expect(codeOf(await interest('prv_a', id))).toBe('opportunities.deadline-passed');
    clock.moveTo(START);
    expect(codeOf(await interest('prv_a', 'opp_unknown'))).toBe('opportunities.unknown');
  });
});
