import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertProviders } from '../../bench/many-providers.ts';
import { foldedTokens } from '../../src/directory/search/fold.ts';
import { alike, containing, type Match } from '../../src/directory/search/match.ts';
import { providerPage } from '../../src/directory/search/search.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import { postgres, postgresAvailable } from '../support/database.ts';
import { NOW } from './given.ts';

describe.skipIf(!(await postgresAvailable()))('a search among many providers', () => {
  let database: Database;
  beforeAll(async () => {
    database = await postgres();
    await insertProviders(database, 20_000);
    // Until the index's own list of news is emptied, the planner thinks it dear; autovacuum does it sooner or later.
    await database.prisma.$executeRawUnsafe('VACUUM ANALYZE organisation');
  });
  afterAll(() => database[Symbol.asyncDispose]());

  async function planOf(match: Match | null): Promise<string> {
    if (match === null) throw new Error('This text is too short to guess from.');
    const page = providerPage(match, 0, NOW);
    const rows = await database.query<{ 'QUERY PLAN': string }>(Prisma.sql`EXPLAIN ${page}`);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }

  it.each(['云图', '杭州云图网络科技', 'yuntu', 'yuntu brightbridge'])(
    'for “%s” asks the index, and never reads them all',
    async (text) => {
      const plan = await planOf(containing(foldedTokens(text)));
      expect(plan).toContain('organisation_search_providers');
      expect(plan).not.toContain('Seq Scan on organisation');
    },
  );

  it.each(['yutnu', 'brihgtbridge', '杭州云途网络科技'])(
    'that guesses from “%s” asks it too',
    async (text) => {
      expect(await planOf(alike(foldedTokens(text), 'one-error'))).toContain('organisation_search_providers');
    },
  );
});
