import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { runDueCycle } from '../../../src/ratings/actions/cycle/run-due.ts';
import { findBadges } from '../../../src/ratings/record/badges.ts';
import { testClock } from '../../support/app.ts';
import { bothDatabases } from '../../support/database.ts';
import { bondRows, monthRows, monthsBetween, providerRow, storeRow, write } from '../support/given-rated.ts';

const QUARTER = '2026-Q1';
const TOYS = ['st_toys_1', 'st_toys_2'];
const BABY = ['st_baby_1', 'st_baby_2'];
const ALONE = ['st_care_1'];
const SHORT = ['st_food_1', 'st_food_2'];
const PEERS = ['TOYS', 'MATERNITY_BABY', 'PERSONAL_CARE'].flatMap((category) =>
  Array.from({ length: 8 }, (_, index) => ({ id: `st_peer_${category}_${index}`, category })),
);

/** Toys are served well, babies' stores are dissatisfied, personal care is one store, and the last two are new. */
const given = [
  providerRow('prv_1'),
  ...TOYS.map((id) => storeRow(id, 'TOYS')),
  ...BABY.map((id) => storeRow(id, 'MATERNITY_BABY')),
  ...ALONE.map((id) => storeRow(id, 'PERSONAL_CARE')),
  ...SHORT.map((id) => storeRow(id, 'FOOD')),
  ...PEERS.map(({ id, category }) => storeRow(id, category)),
  ...[...TOYS, ...BABY, ...ALONE].map((storeId) => bondRows({ providerId: 'prv_1', storeId })),
  ...SHORT.map((storeId) => bondRows({ providerId: 'prv_1', storeId, from: '2025-08-01' })),
  monthRows(
    [...TOYS, ...BABY, ...ALONE, ...SHORT, ...PEERS.map(({ id }) => id)].flatMap((storeId) =>
      monthsBetween('2025-01-01', 15).map((month) => ({
        storeId,
        month,
        onTime: storeId.includes('peer') ? 470 : 498,
        dsr: storeId.includes('peer') ? 4.8 : 4.88,
      })),
    ),
  ),
  ...[...TOYS, ...BABY, ...ALONE, ...SHORT].map((storeId) => {
    const stars = BABY.includes(storeId) ? 1 : 5;
    return Prisma.sql`INSERT INTO survey_answer (provider_id, store_id, quarter, results, responsiveness, honesty,
        would_renew, principal_id, at)
      VALUES ('prv_1', ${storeId}, ${QUARTER}, ${stars}::int, ${stars}::int, ${stars}::int, ${stars}::int, 'owner',
        '2026-02-02')`;
  }),
];

describe.each(await bothDatabases())('specialists of a category on $name', ({ open }) => {
  let database: Database;
  const clock = testClock('2026-04-01T02:00:00Z');
  beforeAll(async () => {
    database = await open();
    await write(database, given);
    await runDueCycle({ database, clock });
  });
  afterAll(() => database[Symbol.asyncDispose]());

  const badges = async () => {
    const found = await findBadges({ database }, 'prv_1', QUARTER);
    return found.map(({ category, stores, storeMonths }) => `${category} ${stores} ${storeMonths}`);
  };

  it('are named with the publication and not before: two stores, eighteen store-months, and well rated there', async () => {
    expect(await badges()).toEqual([]);
    clock.moveTo('2026-04-20T02:00:00Z');
    await runDueCycle({ database, clock });
    expect(await badges()).toEqual(['TOYS 2 24']);
  });

  it('keep their badge however often the day is run', async () => {
    await database.query(Prisma.sql`UPDATE rating_cycle SET badged_at = NULL`);
    await runDueCycle({ database, clock });
    expect(await badges()).toEqual(['TOYS 2 24']);
  });
});
