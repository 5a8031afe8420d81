import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { mendCandidacies } from '../../src/opportunities/actions/mend-candidacies.ts';
import { EVERY_OFFER, shareOf } from '../../src/opportunities/matching/scope-bits.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import { SERVICE_SCOPES } from '../../src/reports/report.ts';
import { providerRow, write } from '../ratings/support/given-rated.ts';
import { bothDatabases, postgres, postgresAvailable } from '../support/database.ts';

const item = (scope: string) => Prisma.sql`
  INSERT INTO service_item (id, provider_id, name, scope, description, created_at, updated_at)
  VALUES (${scope}, 'prv', 'x', ${scope}, 'x', now(), now())`;

const rating = (level: string, published: number | null, cycles = 4) => Prisma.sql`
  INSERT INTO provider_rating (provider_id, quarter, version, level, published, scored_cycles, flags)
  VALUES ('prv', '2026-Q1', 1, ${level}, ${published}::numeric, ${cycles}::int, '{}')`;

const change = (statement: string) => Prisma.raw(statement);

const NOTHING = ['service_item', 'provider_rating', 'provider', 'organisation'].map(
  (table) => `DELETE FROM ${table}`,
);
const GIVEN = [providerRow('prv', 'TOYS'), [item('OPERATIONS'), rating('4', 66.49)]] as const;
const KEPT = { category: 'TOYS', scopes: 1, newcomer: false, worth: 2649, level: '4' };

const candidacies = (database: Database) =>
  database.prisma.candidacy.findMany({
    select: { category: true, scopes: true, newcomer: true, worth: true, level: true },
    orderBy: { category: 'asc' },
  });

describe.each(await bothDatabases())('a candidacy on $name', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  beforeEach(() => write(database, [...NOTHING.map(change), ...GIVEN]));
  afterAll(() => database[Symbol.asyncDispose]());

  it('says what decides a match', async () => {
    expect(await candidacies(database)).toEqual([KEPT]);
  });

  it.each<[string, Prisma.Sql, readonly object[]]>([
    ['another item', item('DESIGN'), [{ ...KEPT, scopes: 9 }]],
    ['an item that covers everything', item('FULL'), [{ ...KEPT, scopes: 255 }]],
    ['the only item withdrawn', change('UPDATE service_item SET offered = false'), []],
    ['the only item deleted', change('DELETE FROM service_item'), []],
    [
      'another category',
      change(`UPDATE provider SET categories = '{TOYS,PETS}'`),
      [{ ...KEPT, category: 'PETS' }, KEPT],
    ],
    ['no category any more', change(`UPDATE provider SET categories = '{}'`), []],
    ['a bar', change('UPDATE provider SET barred_at = now()'), []],
    ['a suspended rating', change('UPDATE provider_rating SET suspended_at = now()'), []],
    [
      'a rating below what counts',
      change('UPDATE provider_rating SET published = 12.5'),
      [{ ...KEPT, worth: 0 }],
    ],
    [
      'a rating above what counts',
      change(`UPDATE provider_rating SET published = 97, level = '6'`),
      [{ ...KEPT, worth: 5000, level: '6' }],
    ],
    [
      'a level that lapsed',
      change(`UPDATE provider_rating SET level = 'P', published = 71`),
      [{ ...KEPT, newcomer: true, worth: 2000, level: 'P' }],
    ],
    [
      'no rating at all',
      change('DELETE FROM provider_rating'),
      [{ ...KEPT, newcomer: true, worth: 2000, level: 'P' }],
    ],
    ['one cycle only', change('UPDATE provider_rating SET scored_cycles = 1'), [{ ...KEPT, newcomer: true }]],
    ['another deposit', change('UPDATE provider SET deposit_available_minor = 5'), [KEPT]],
  ])('follows %s', async (_, statement, kept) => {
    await database.change([statement]);
    expect(await candidacies(database)).toEqual(kept);
    expect(await mendCandidacies({ database })).toEqual([]);
  });

  it.each(SERVICE_SCOPES)('of %s has the bit that the matching asks for', async (scope) => {
    await database.change([change('DELETE FROM service_item'), item(scope)]);
    const [kept] = await candidacies(database);
    expect(EVERY_OFFER).toContain(kept?.scopes);
    const met = SERVICE_SCOPES.filter((each) => shareOf(kept?.scopes ?? 0, [each]) === 1);
    expect(met).toEqual(scope === 'FULL' ? SERVICE_SCOPES : [scope]);
  });

  it.each([
    ['altered', 'UPDATE candidacy SET worth = 1'],
    ['lost', 'DELETE FROM candidacy'],
    ['invented', `INSERT INTO candidacy SELECT provider_id, 'PETS', 1, true, 1, 'P', now() FROM candidacy`],
  ])('that was %s by hand is told and mended', async (_, statement) => {
    await database.change([change(statement)]);
    expect(await mendCandidacies({ database })).toEqual(['prv']);
    expect(await candidacies(database)).toEqual([KEPT]);
    expect(await mendCandidacies({ database })).toEqual([]);
  });
});

describe.skipIf(!(await postgresAvailable()))('two changes of one provider at once', () => {
  it('are both in its candidacy: the second waits for the first', async () => {
    await using database = await postgres({ poolSize: 3 });
    await write(database, [...GIVEN, change('UPDATE service_item SET offered = false')]);
    const { connection } = database;
    if (connection.kind !== 'postgres') throw new Error('Two changes at once need a server.');
    const [one, other] = await Promise.all([connection.pool.connect(), connection.pool.connect()]);
    await one.query('BEGIN');
    await one.query('UPDATE service_item SET offered = true');
    const published = other.query('UPDATE provider_rating SET published = 80');
    await vi.waitFor(async () => expect(await waiting(database)).toBe(1));
    await one.query('COMMIT');
    await published;
    one.release();
    other.release();
    expect(await candidacies(database)).toEqual([{ ...KEPT, worth: 4000 }]);
  });
});

async function waiting(database: Database): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    Prisma.sql`SELECT count(DISTINCT pid)::int AS count FROM pg_locks
      WHERE NOT granted AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())`,
  );
  return row?.count ?? 0;
}
