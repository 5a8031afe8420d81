import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { recommend } from '../../src/opportunities/actions/recommend.ts';
import { candidateOf } from '../../src/opportunities/matching/known.ts';
import { slate } from '../../src/opportunities/matching/slate.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import { LEVELS } from '../../src/ratings/levels/level.ts';
import { testClock } from '../support/app.ts';
import { testDatabase } from '../support/database.ts';

/** Many ties: scores that are one match at four places, and scores beyond what a match can tell apart. */
const SCORES = [35, 39.99, 40, 40.01, 60, 66.47, 66.48, 66.49, 66.5, 89.98, 89.99, 90, 93, 97];
const NEED = { category: 'BEAUTY_SKINCARE', scopes: ['OPERATIONS', 'MARKETING', 'DESIGN'] } as const;

const provider = fc.record({
  categories: fc.subarray(['BEAUTY_SKINCARE', 'BEAUTY_MAKEUP', 'BEAUTY', 'TOYS'], { minLength: 1 }),
  scopes: fc.subarray(['OPERATIONS', 'MARKETING', 'DESIGN', 'WAREHOUSE_LOGISTICS']),
  full: fc.nat({ max: 9 }).map((chance) => chance === 0),
  rating: fc.option(
    fc.record({
      level: fc.constantFrom(...LEVELS),
      published: fc.option(fc.constantFrom(...SCORES), { freq: 6 }),
      cycles: fc.nat({ max: 4 }),
      suspended: fc.nat({ max: 7 }).map((chance) => chance === 0),
    }),
    { freq: 4 },
  ),
  barred: fc.nat({ max: 9 }).map((chance) => chance === 0),
});
type Provider = typeof provider extends fc.Arbitrary<infer P> ? P & { readonly id: string } : never;

const population = (seed: number, size: number): readonly Provider[] =>
  fc.sample(provider, { seed, numRuns: size }).map((each, index) => ({ ...each, id: `prv_${index}` }));

const offered = ({ scopes, full }: Provider) => (full ? [...scopes, 'FULL'] : scopes);

const insert = (providers: readonly Provider[]): readonly Prisma.Sql[] => {
  const rows = JSON.stringify(providers.map((each) => ({ ...each, offered: offered(each) })));
  const each = Prisma.sql`jsonb_to_recordset(${rows}::jsonb)
    AS r(id text, categories jsonb, offered jsonb, barred boolean, rating jsonb)`;
  return [
    Prisma.sql`INSERT INTO organisation (id, kind, name, legal_entity, created_at)
      SELECT id, 'PROVIDER', id, id, '2024-01-01' FROM ${each}`,
    Prisma.sql`INSERT INTO provider (id, recognised_until, categories, barred_at)
      SELECT id, '2099-12-31', ARRAY(SELECT jsonb_array_elements_text(categories)), CASE WHEN barred THEN now() END
      FROM ${each}`,
    Prisma.sql`INSERT INTO service_item (id, provider_id, name, scope, description, created_at, updated_at)
      SELECT id || scope, id, 'x', scope, 'x', now(), now() FROM ${each}, jsonb_array_elements_text(offered) scope`,
    Prisma.sql`INSERT INTO provider_rating (provider_id, quarter, version, level, published, scored_cycles, flags, suspended_at)
      SELECT id, '2026-Q1', 1, rating ->> 'level', (rating ->> 'published')::numeric, (rating ->> 'cycles')::int, '{}',
        CASE WHEN (rating ->> 'suspended')::boolean THEN now() END
      FROM ${each} WHERE rating ->> 'level' IS NOT NULL`,
  ];
};

/** What the rule says when everybody is scored. */
function slateOfAll(opportunityId: string, providers: readonly Provider[]) {
  const candidates = providers
    .filter(({ barred, categories }) => !barred && categories.some((each) => each !== 'TOYS'))
    .map((each) => {
      const scope = each.full ? 1 : each.scopes.filter((one) => one !== 'WAREHOUSE_LOGISTICS').length / 3;
      const { level = 'P', published = null, cycles = 0, suspended = false } = each.rating ?? {};
      const row = { providerId: each.id, level, published, scoredCycles: cycles, scope };
      return { ...candidateOf({ ...row, categories: each.categories }, NEED.category), suspended };
    });
  return slate({ opportunityId, categorySlates: 0 }, candidates);
}

describe('reading only who can still win', () => {
  let database: Database;
  const opened: Database[] = [];
  beforeEach(async () => {
    database = await testDatabase();
    opened.push(database);
  });
  afterAll(async () => {
    for (const each of opened) await each[Symbol.asyncDispose]();
  });

  it.each([
    { seed: 1, size: 400 },
    { seed: 2, size: 150 },
    { seed: 3, size: 40 },
    { seed: 4, size: 6 },
  ])('gives the slate of scoring all $size, whoever they are (seed $seed)', async ({ seed, size }) => {
    const providers = population(seed, size);
    await database.change([...insert(providers)]);
    for (const opportunityId of Array.from({ length: 25 }, (_, index) => `opp_${index}`)) {
      const slate = await recommend(
        { database, clock: testClock('2026-05-06T04:00:00Z') },
        { opportunityId, ...NEED },
      );
      const places = slate.map(({ providerId, place, because }) => ({ providerId, place, because }));
      expect(places).toEqual(slateOfAll(opportunityId, providers));
    }
  });
});
