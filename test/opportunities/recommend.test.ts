import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recommend } from '../../src/opportunities/actions/recommend.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import type { Level } from '../../src/ratings/levels/level.ts';
import { providerRow, write } from '../ratings/support/given-rated.ts';
import { testClock } from '../support/app.ts';
import { bothDatabases } from '../support/database.ts';

interface Given {
  readonly id: string;
  readonly category?: string;
  readonly scopes?: readonly string[];
  readonly level?: Level;
  readonly published?: number;
  readonly cycles?: number;
}

const given = ({
  id,
  category = 'BEAUTY_SKINCARE',
  scopes = ['OPERATIONS'],
  level,
  published,
  cycles = 4,
}: Given) => [
  ...providerRow(id, category),
  ...scopes.map(
    (
      scope,
    ) => Prisma.sql`INSERT INTO service_item (id, provider_id, name, scope, description, created_at, updated_at)
      VALUES (${`${id} ${scope}`}, ${id}, 'x', ${scope}, 'x', now(), now())`,
  ),
  ...(level === undefined
    ? []
    : [
        Prisma.sql`INSERT INTO provider_rating (provider_id, quarter, version, level, published, scored_cycles, flags)
          VALUES (${id}, '2026-Q1', 1, ${level}, ${published ?? null}::numeric, ${cycles}::int, '{}')`,
      ]),
];

describe.each(await bothDatabases())('a recommendation on $name', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await write(database, [
      given({ id: 'best', level: '5', published: 80 }),
      given({ id: 'good', level: '4', published: 70 }),
      given({ id: 'fair', level: '3', published: 60 }),
      given({ id: 'half', level: '6', published: 85, scopes: ['MARKETING'] }),
      given({ id: 'everything', level: '3', published: 58, scopes: ['FULL'] }),
      given({ id: 'neighbour', level: '5', published: 79, category: 'BEAUTY_MAKEUP' }),
      given({ id: 'stranger', level: '6', published: 90, category: 'TOYS' }),
      given({ id: 'scopeless', level: '6', published: 95, scopes: ['DESIGN'] }),
      given({ id: 'barred', level: '6', published: 95 }),
      given({ id: 'suspended', level: '6', published: 95 }),
      given({ id: 'new' }),
      Prisma.sql`UPDATE provider SET barred_at = now() WHERE id = 'barred'`,
      Prisma.sql`UPDATE provider_rating SET suspended_at = now() WHERE provider_id = 'suspended'`,
    ]);
  });
  afterAll(() => database[Symbol.asyncDispose]());

  it('lists the best that fit, one place for somebody new, and says why', async () => {
    const slate = await recommend(
      { database, clock: testClock('2026-05-06T04:00:00Z') },
      { opportunityId: 'opp_1', category: 'BEAUTY_SKINCARE', scopes: ['OPERATIONS', 'MARKETING'] },
    );
    expect(slate.map(({ providerId, because }) => [providerId, because])).toEqual([
      ['half', 'match'],
      ['best', 'match'],
      ['good', 'match'],
      ['neighbour', 'match'],
      ['new', 'newcomer'],
    ]);
    expect(slate[1]).toMatchObject({ place: 2, level: '5', fit: 0.875, match: 0.8638 });
  });
});
