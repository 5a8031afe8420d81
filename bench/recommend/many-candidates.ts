import type { Database } from '../../src/platform/database/database.ts';
import { CATEGORY } from '../rating/many-ratings.ts';

const SCOPES = `'{OPERATIONS,CUSTOMER_SERVICE,MARKETING,DESIGN,WAREHOUSE_LOGISTICS,LIVE_CONTENT,TECHNOLOGY,FULL}'::text[]`;

/** Providers of six categories, each with one to three of the eight scopes, so that every kind of offer has somebody. */
export async function insertProviders({ connection }: Database, providers: number): Promise<void> {
  if (connection.kind !== 'postgres') throw new Error('Only a PostgreSQL server has room for this.');
  const each = `generate_series(1, ${providers}) n`;
  const statements = [
    `INSERT INTO organisation (id, kind, name, legal_entity, created_at)
      SELECT 'prv_' || n, 'PROVIDER', 'Provider ' || n, 'Provider ' || n, now() FROM ${each}`,
    `INSERT INTO provider (id, recognised_until, categories)
      SELECT 'prv_' || n, '2099-12-31', ARRAY[(${CATEGORY('n')})] FROM ${each}`,
    `INSERT INTO service_item (id, provider_id, name, scope, description, created_at, updated_at)
      SELECT 'si_' || n || '_' || s, 'prv_' || n, 'x', (${SCOPES})[1 + (n * 7919 / 6 + s * s * 31 + n / 48 * s) % 8], 'x',
        now(), now() FROM ${each}, generate_series(0, n % 3) s`,
    'ANALYZE',
  ];
  for (const statement of statements) await connection.pool.query(statement);
}

/** Nine of ten of them, at every level and score. */
export async function rateThem({ connection }: Database, providers: number): Promise<void> {
  if (connection.kind !== 'postgres') throw new Error('Only a PostgreSQL server has room for this.');
  await connection.pool.query(`INSERT INTO provider_rating (provider_id, quarter, version, level, published, scored_cycles, flags)
    SELECT 'prv_' || n, '2026-Q1', 1, (ARRAY['R', '3', '4', '5'])[1 + n % 4], 40 + (n * 7919) % 5000 / 100.0, 1 + n / 7 % 6, '{}'
    FROM generate_series(1, ${providers}) n WHERE n % 10 <> 0`);
  await connection.pool.query('ANALYZE');
}
