import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import { verify } from '../../../src/audit/verify/verify.ts';
import { searchColumns } from '../../../src/directory/search/keys.ts';
import { searchProviders } from '../../../src/directory/search/search.ts';
import type { Actor } from '../../../src/people/principal.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { hearAppeal } from '../../../src/ratings/actions/appeal/hear-appeal.ts';
import { openAppeal } from '../../../src/ratings/actions/appeal/open-appeal.ts';
import { liftSuspension } from '../../../src/ratings/actions/suspension/lift-suspension.ts';
import { suspendRating } from '../../../src/ratings/actions/suspension/suspend-rating.ts';
import { applyRatings } from '../../../src/ratings/record/provider-rating.ts';
import { findRating } from '../../../src/ratings/record/rating-record.ts';
import { isRefused, type Result } from '../../../src/result.ts';
import { actor, givenPeople } from '../../directory/given.ts';
import { testApp, testClock } from '../../support/app.ts';
import { bothDatabases } from '../../support/database.ts';
import { providerRow, write } from '../support/given-rated.ts';

const code = (result: Result<unknown>): string => (isRefused(result) ? result.refused : 'ok');
const requestId = 'slack:none';
const REASON = 'Orders of March were placed by the provider’s own staff.';
const lead = actor('STAFF_LEAD', 'platform', 'lead');
const admin = actor('PROVIDER_ADMIN', 'prv_rated', 'ADMIN');

const searchable = (id: string, name: string): Prisma.Sql => {
  const { searchName, searchKeys } = searchColumns(name, name);
  return Prisma.sql`UPDATE organisation SET name = ${name}, search_name = ${searchName},
    search_keys = ${[...searchKeys]}::text[] WHERE id = ${id}`;
};

describe.each(await bothDatabases())('a suspended rating on $name', ({ open }) => {
  let database: Database;
  let app: App & AsyncDisposable;
  beforeAll(async () => {
    database = await open();
    app = await testApp(database, testClock('2026-05-06T04:00:00Z'));
    await write(database, [
      ...['prv_rated', 'prv_new'].map((id) => providerRow(id)),
      searchable('prv_rated', 'Longfellow Service'),
      Prisma.sql`INSERT INTO provider_rating (provider_id, quarter, version, level, published, scored_cycles, flags)
        VALUES ('prv_rated', '2026-Q1', 1, '4', 70, 3, '{}')`,
      Prisma.sql`INSERT INTO service_item (id, provider_id, name, scope, description, created_at, updated_at)
        VALUES ('it_1', 'prv_rated', 'Operations', 'OPERATIONS', '', now(), now())`,
    ]);
    await givenPeople(database, [{ user: 'ADMIN', role: 'PROVIDER_ADMIN', at: 'prv_rated' }]);
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });

  const suspend = (changes: Partial<Parameters<typeof suspendRating>[1]> = {}) =>
    suspendRating(app, {
      ...{ actor: lead, requestId, providerId: 'prv_rated', cause: 'FALSE_TRADE', reason: REASON },
      ...changes,
    });
  const lift = (suspensionId: string, who: Actor = lead) =>
    liftSuspension(app, {
      actor: who,
      requestId,
      suspensionId,
      reason: 'The deposit has been topped up since.',
    });
  const idOf = async (made: Promise<Result<{ readonly id: string }>>) => {
    const result = await made;
    return isRefused(result) ? result.refused : result.ok.id;
  };
  const suspended = async (providerId: string) =>
    (await findRating(app, providerId)).standing?.suspended ?? false;
  const candidacies = () => database.prisma.candidacy.count({ where: { providerId: 'prv_rated' } });
  const levelFound = async (text: string) => {
    const found = await searchProviders(app, { text });
    return isRefused(found) ? found.refused : found.ok.found.map(({ level }) => level);
  };

  it.each<[string, Partial<Parameters<typeof suspendRating>[1]>, string]>([
    ['a reviewer', { actor: actor('STAFF_REVIEWER', 'platform') }, 'people.role-needed'],
    [
      'a lead who also works for the provider',
      { actor: { principalId: 'both', memberships: [...lead.memberships, ...admin.memberships] } },
      'people.party-member-may-not-decide',
    ],
    ['somebody without reasons', { reason: 'Fraud.' }, 'ratings.suspension-reason'],
  ])('is not made by %s', async (_, changes, refused) => {
    expect(code(await suspend(changes))).toBe(refused);
    expect(await suspended('prv_rated')).toBe(false);
  });

  it('stands at once, once, with its reasons sent, two approvals asked for, no level shown and nobody to recommend', async () => {
    const results = await Promise.all([suspend(), suspend()]);
    expect(results.map(code).toSorted()).toEqual(['ok', 'ratings.suspended-already']);
    expect(await suspended('prv_rated')).toBe(true);
    expect(await levelFound('longfellow')).toEqual(['P']);
    expect(await candidacies()).toBe(0);
    const told = await database.prisma.delivery.findMany({ where: { view: 'rating-suspension' } });
    expect(told.map(({ rule, receiver }) => `${rule} ${receiver}`)).toEqual(['suspended ADMIN']);
    const provider = await database.prisma.provider.findUniqueOrThrow({ where: { id: 'prv_rated' } });
    expect(provider.watchedUntil?.toISOString().slice(0, 10)).toBe('2026-12-31');
    expect((await verify(database)).finding).toBeNull();
  });

  it('outlives a publication', async () => {
    await database.change([
      Prisma.sql`INSERT INTO rating_snapshot (provider_id, quarter, version, input, input_hash, algorithm_version, result,
          published, level, movement, flags, at)
        VALUES ('prv_rated', '2026-Q2', 1, '{}', 'h', '1', '{"level": {"scoredCycles": 4}}', 80, '5', 'PROMOTE', '{}', now())`,
      applyRatings({ quarter: '2026-Q2', only: null, benefitsUntil: '2026-09-30' }),
    ]);
    expect(await suspended('prv_rated')).toBe(true);
  });

  it('is appealed, which does not stay it, and lifted where the appeal is upheld by somebody else', async () => {
    const { id } = await database.prisma.ratingSuspension.findFirstOrThrow();
    const opened = await openAppeal(app, {
      ...{
        actor: admin,
        requestId,
        providerId: 'prv_rated',
        datum: id,
        grounds: 'They were orders of our customers.',
      },
    });
    const appealId = isRefused(opened) ? opened.refused : opened.ok.id;
    expect(await suspended('prv_rated')).toBe(true);
    const hearing = {
      requestId,
      appealId,
      verdict: 'UPHELD',
      reason: 'The addresses are those of customers.',
    } as const;
    expect(code(await hearAppeal(app, { ...hearing, actor: lead }))).toBe(
      'people.decider-may-not-hear-appeal',
    );
    expect(code(await hearAppeal(app, { ...hearing, actor: actor('STAFF_LEAD', 'platform', 'other') }))).toBe(
      'ok',
    );
    expect(await suspended('prv_rated')).toBe(false);
    expect(await levelFound('longfellow')).toEqual(['5']);
    expect(await candidacies()).toBe(1);
    expect(code(await lift(id))).toBe('ratings.suspension-lifted');
  });

  it('is lifted by a lead, once, and can stand again', async () => {
    const id = await idOf(suspend());
    expect(code(await lift(id, actor('STAFF_REVIEWER', 'platform')))).toBe('people.role-needed');
    const results = await Promise.all([lift(id), lift(id)]);
    expect(results.map(code).toSorted()).toEqual(['ok', 'ratings.suspension-lifted']);
    expect(await suspended('prv_rated')).toBe(false);
    expect(code(await suspend())).toBe('ok');
  });

  it('is possible before there was any rating, and leaves the newcomer a newcomer', async () => {
    expect(code(await suspend({ providerId: 'prv_new' }))).toBe('ok');
    expect(await suspended('prv_new')).toBe(true);
    expect((await findRating(app, 'prv_new')).standing).toMatchObject({ level: 'P' });
  });
});
