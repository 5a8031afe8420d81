import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import { showInterest } from '../../../src/opportunities/actions/answer/show-interest.ts';
import { postOpportunity } from '../../../src/opportunities/actions/post-opportunity.ts';
import { makeSlate } from '../../../src/opportunities/actions/slate/make-slate.ts';
import { publish } from '../../../src/opportunities/actions/slate/publish.ts';
import { tickOpportunities } from '../../../src/opportunities/actions/slate/tick.ts';
import { keepProfile } from '../../../src/opportunities/profile/keep-profile.ts';
import { findOpportunity } from '../../../src/opportunities/record/read/opportunity.ts';
import { closeOf, placesOf } from '../../../src/opportunities/record/read/places.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { type TestClock, testApp, testClock } from '../../support/app.ts';
import { testDatabase } from '../../support/database.ts';
import {
  adminOf,
  codeOf,
  done,
  givenCandidates,
  givenStaff,
  givenStoreOf,
  LEAD,
  NEED,
  posted,
  published,
  requestId,
  STAFF,
  START,
} from '../support/given-opportunities.ts';

let database: Database;
let clock: TestClock;
let app: App & AsyncDisposable;

beforeEach(async () => {
  database = await testDatabase();
  clock = testClock(START);
  app = await testApp(database, clock);
  await givenStaff(database);
});
afterEach(async () => {
  await app[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const state = async (id: string) => (await findOpportunity(app, id))?.state;
const listed = async (id: string) =>
  (await placesOf(app, id)).map(({ providerId, round, place, because }) => ({
    providerId,
    round,
    place,
    because,
  }));
const owed = async (id: string, rule: string) =>
  (await database.prisma.delivery.findMany({ where: { subject: id, rule } }))
    .map(({ receiver }) => receiver)
    .toSorted();
const again = async (id: string) => {
  const now = await findOpportunity(app, id);
  return makeSlate(app, {
    ...{ opportunityId: id, stateSeq: now?.stateSeq ?? null, by: STAFF.principalId },
    requestId: requestId(),
  });
};

describe('a slate', () => {
  it('is made when a need is published, with its reasons, and told to each provider and the brand', async () => {
    await givenStoreOf(database, 'st_1', 'OWNER');
    await givenCandidates(
      database,
      { id: 'prv_best', level: '5', published: 80 },
      { id: 'prv_new' },
      { id: 'prv_other', level: '3', published: 60, scopes: ['DESIGN'] },
    );
    const id = await published(app, { store: 'st_1' });
    expect(await state(id)).toBe('SLATE_SENT');
    expect(await placesOf(app, id)).toMatchObject([
      {
        ...{
          providerId: 'prv_best',
          place: 1,
          because: 'match',
          level: '5',
          published: 80,
          fit: 1,
          answer: 'INVITED',
        },
        ...{ parts: { category: 1, scope: 1, market: 1, band: 1 } },
      },
      { providerId: 'prv_new', place: 2, because: 'match', level: 'P', published: null },
    ]);
    expect(await owed(id, 'listed')).toEqual(['admin of prv_best', 'admin of prv_new']);
    expect(await owed(id, 'slate')).toEqual(['OWNER', 'WANG']);
  });

  it('asks what is on record of markets, languages and budgets', async () => {
    await givenCandidates(
      database,
      { id: 'prv_far', level: '5', published: 72 },
      { id: 'prv_near', level: '4', published: 70 },
      { id: 'prv_bound', level: '5', published: 85 },
    );
    const keep = (providerId: string, profile: object) =>
      keepProfile(app, {
        ...{ actor: adminOf(providerId), requestId: requestId(), providerId, version: 0 },
        profile: { markets: [], languages: [], bands: [], exclusive: [], ...profile },
      });
    await keep('prv_far', { markets: ['FR'], languages: ['fr'], bands: ['FROM_5M'] });
    await keep('prv_near', { markets: ['AU'], languages: ['en', 'zh'], bands: ['FROM_200K'] });
    await keep('prv_bound', { exclusive: ['BEAUTY'] });
    const id = await published(app, { markets: ['AU'], languages: ['en'] });
    const places = await placesOf(app, id);
    expect(places.map(({ providerId, parts }) => [providerId, parts.market, parts.band])).toEqual([
      ['prv_near', 1, 1],
      ['prv_far', 0, 0],
    ]);
    expect(await closeOf(app, id)).toMatchObject([{ providerId: 'prv_bound', because: 'conflict' }]);
  });

  it('prefers, of equals, whoever has stood on fewer', async () => {
    await givenCandidates(
      database,
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({
        id: `prv_${name}`,
        level: '4' as const,
        published: 70,
      })),
    );
    const first = await published(app);
    const left = (await closeOf(app, first)).map(({ providerId }) => providerId);
    clock.moveTo('2026-05-07T02:00:00Z');
    const second = await published(app, { brand: 'Another' });
    expect((await listed(second))[0]?.providerId).toBe(left[0]);
  });

  it('begins a day before with the highest level, where the deadline leaves the others as long', async () => {
    await givenCandidates(
      database,
      { id: 'prv_six', level: '6', published: 88 },
      { id: 'prv_five', level: '5', published: 75 },
    );
    const id = await published(app);
    expect(await state(id)).toBe('PUBLISHED');
    expect(await listed(id)).toEqual([
      { providerId: 'prv_six', round: 0, place: null, because: 'first-round' },
    ]);
    expect(await owed(id, 'listed')).toEqual(['admin of prv_six']);
    expect(codeOf(await again(id))).toBe('opportunities.first-round-running');
    done(await showInterest(app, { actor: adminOf('prv_six'), requestId: requestId(), opportunityId: id }));

    clock.moveTo('2026-05-07T01:59:00Z');
    await tickOpportunities(app);
    expect(await listed(id)).toHaveLength(1);
    clock.moveTo('2026-05-07T02:00:00Z');
    await tickOpportunities(app);
    expect(await listed(id)).toEqual([
      { providerId: 'prv_six', round: 1, place: 1, because: 'match' },
      { providerId: 'prv_five', round: 1, place: 2, because: 'match' },
    ]);
    expect(await state(id)).toBe('INTERESTED');
    expect((await placesOf(app, id))[0]?.answer).toBe('INTERESTED');
  });

  it('has no first round where the time is short', async () => {
    await givenCandidates(database, { id: 'prv_six', level: '6', published: 88 });
    const id = await published(app, { answerUntil: '2026-05-07' });
    expect(await listed(id)).toMatchObject([{ round: 1, because: 'match' }]);
  });

  it('can be made once more for others while too few are interested', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    await givenCandidates(
      database,
      ...names.map((name, index) => ({ id: `prv_${name}`, level: '4' as const, published: 80 - index })),
    );
    const id = await published(app);
    const interest = (provider: string) =>
      showInterest(app, { actor: adminOf(provider), requestId: requestId(), opportunityId: id });
    done(await interest('prv_a'));
    expect(done(await again(id))).toEqual({ round: 2, places: 2 });
    expect((await listed(id)).filter(({ round }) => round === 2).map(({ providerId }) => providerId)).toEqual(
      ['prv_f', 'prv_g'],
    );
    expect(codeOf(await again(id))).toBe('opportunities.no-candidate');
    done(await interest('prv_f'));
    expect(codeOf(await again(id))).toBe('opportunities.enough-interested');
  });

  it('is made once when two of the staff ask at once; the second is told who was faster', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    await givenCandidates(database, ...names.map((name) => ({ id: `prv_${name}` })));
    const id = await published(app);
    const seq = (await findOpportunity(app, id))?.stateSeq ?? null;
    const by = ({ principalId }: typeof STAFF) =>
      makeSlate(app, { opportunityId: id, stateSeq: seq, by: principalId, requestId: requestId() });
    const both = await Promise.all([by(STAFF), by(LEAD)]);
    expect(both.map(codeOf).toSorted()).toEqual(['done', 'opportunities.changed']);
    expect(await database.prisma.opportunitySlate.count({ where: { opportunityId: id } })).toBe(2);
  });

  it('that nobody fits leaves the need published, and can be tried again', async () => {
    const id = await published(app);
    expect(await state(id)).toBe('PUBLISHED');
    expect(await owed(id, 'no-slate'), 'whoever published it has it as their answer').toEqual([]);
    await tickOpportunities(app);
    expect(await owed(id, 'no-slate'), 'the clock does not try each minute').toEqual([]);
    expect(codeOf(await again(id))).toBe('opportunities.no-candidate');
    await givenCandidates(database, { id: 'prv_late' });
    expect(done(await again(id))).toEqual({ round: 1, places: 1 });
  });

  it('that the clock cannot make is told to whoever posted the need', async () => {
    await givenCandidates(database, { id: 'prv_six', level: '6', published: 88 });
    const id = await published(app);
    await database.query(Prisma.sql`UPDATE provider SET barred_at = now() WHERE id = 'prv_six'`);
    clock.moveTo('2026-05-07T02:00:00Z');
    await tickOpportunities(app);
    expect(await owed(id, 'no-slate')).toEqual(['WANG']);
    expect(await findOpportunity(app, id)).toMatchObject({ state: 'PUBLISHED', wakeAt: null });
  });

  it('whose publication was cut off is made by the next round', async () => {
    await givenCandidates(database, { id: 'prv_a' });
    const id = await posted(app);
    await database.query(Prisma.sql`
      UPDATE opportunity SET state = 'PUBLISHED', wake_at = ${clock.now()} WHERE id = ${id}`);
    await tickOpportunities(app);
    expect(await state(id)).toBe('SLATE_SENT');
  });
});

describe('a draft', () => {
  it('is refused to whoever is not of the staff, and with a deadline that is over', async () => {
    const post = (over: object, actor = STAFF) =>
      postOpportunity(app, {
        ...{ actor, requestId: requestId(), typed: { ...NEED, ...over }, edits: null },
        draft: Prisma.sql`SELECT 1`,
      });
    expect(codeOf(await post({}, adminOf('prv_x')))).toBe('people.role-needed');
    expect(await post({ answerUntil: '2026-05-05' })).toMatchObject({
      refused: 'opportunities.day-is-past',
      field: 'answerUntil',
    });
    expect(await post({ store: 'st_nowhere' })).toMatchObject({ field: 'store' });
  });

  it('can be put right before it is published, by one at a time', async () => {
    const id = await posted(app);
    const edit = (stateSeq: number, brand: string) =>
      postOpportunity(app, {
        ...{ actor: LEAD, requestId: requestId(), typed: { ...NEED, brand }, edits: { id, stateSeq } },
        draft: Prisma.sql`SELECT 1`,
      });
    done(await edit(1, 'Solstice Sun Care'));
    expect(codeOf(await edit(1, 'Late'))).toBe('opportunities.changed');
    expect(await findOpportunity(app, id)).toMatchObject({ brand: 'Solstice Sun Care', stateSeq: 2 });
  });

  it('whose deadline has passed meanwhile cannot be published', async () => {
    const id = await posted(app);
    clock.moveTo('2026-05-21T02:00:00Z');
    const refused = await publish(app, {
      actor: STAFF,
      requestId: requestId(),
      opportunityId: id,
      stateSeq: 1,
    });
    expect(codeOf(refused)).toBe('opportunities.deadline-passed');
  });
});
