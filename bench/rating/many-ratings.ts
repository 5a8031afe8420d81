import type { Database } from '../../src/platform/database/database.ts';

/** Every table that a cycle reads, filled by the database itself: a year of months for one store of each provider. */
export async function insertRated({ connection }: Database, providers: number): Promise<void> {
  if (connection.kind !== 'postgres') throw new Error('Only a PostgreSQL server has room for this.');
  const each = `generate_series(1, ${providers}) n`;
  const statements = [
    `INSERT INTO organisation (id, kind, name, legal_entity, search_name, created_at)
      SELECT 'prv_' || n, 'PROVIDER', 'Provider ' || n, 'Provider ' || n, 'provider ' || n, now() FROM ${each}`,
    `INSERT INTO organisation (id, kind, name, legal_entity, search_name, created_at)
      SELECT 'st_' || n, 'STORE', 'Store ' || n, 'Store ' || n, 'store ' || n, now() FROM ${each}`,
    `INSERT INTO provider (id, recognised_until, categories)
      SELECT 'prv_' || n, '2099-12-31', ARRAY[(${CATEGORY('n')})] FROM ${each}`,
    `INSERT INTO service_item (id, provider_id, name, scope, description, created_at, updated_at)
      SELECT 'si_' || n, 'prv_' || n, 'x', 'OPERATIONS', 'x', now(), now() FROM ${each}`,
    `INSERT INTO store (id, categories) SELECT 'st_' || n, ARRAY[(${CATEGORY('n')})] FROM ${each}`,
    `INSERT INTO report (id, store_id, provider_id, entry_channel, state, state_seq, state_since, service_item_ids,
        service_scope, primary_operator, purchase_start, purchase_months, reporting_start, reporting_months, reporting_end,
        rules, created_at)
      SELECT 'CR-' || n, 'st_' || n, 'prv_' || n, 'REPORT', 'ACTIVE', 1, '2025-01-01', '{}', '{OPERATIONS}', true,
        '2025-01-01', 36, '2025-01-01', 36, '2027-12-31', '{}', '2025-01-01' FROM ${each}`,
    `INSERT INTO transition (report_id, state_seq, rule, to_state, actor, at)
      SELECT 'CR-' || n, 0, 'T11', 'ACTIVE', 'somebody', '2025-01-01' FROM ${each}`,
    `INSERT INTO store_month (store_id, month, version, currency, gmv_minor, uv, buyers, orders, refunds_minor,
        refund_cases, disputes_upheld, dsr_desc, dsr_serv, dsr_logi, dsr_count, on_time, shipped, source, import_id)
      SELECT 'st_' || n, ('2025-04-01'::date + m * interval '1 month')::date, 1, 'CNY', 5000000 + (n * 7919 + m * 104729) % 9000000,
        10000, 250, 200 + n % 300, (n * 31) % 90000, 3, n % 5, 4.5 + (n % 50) / 100.0, 4.6 + (n % 40) / 100.0,
        4.7 + (n % 30) / 100.0, 80, 190 + n % 300, 200 + n % 300, 'FEED', 'bench'
      FROM ${each}, generate_series(0, 11) m`,
    `INSERT INTO quality_check (report_id, month, code, target, n, verdict, source, recorded_by, recorded_at)
      SELECT 'CR-' || n, ('2026-01-01'::date + m * interval '1 month')::date, 'QS0' || code, '1', 100,
        CASE WHEN (n + code) % 9 = 0 THEN 'MISSED' ELSE 'MET' END, 'FEED', 'bench', '2026-04-05'
      FROM ${each}, generate_series(0, 2) m, generate_series(1, 4) code`,
    `INSERT INTO survey_answer (provider_id, store_id, quarter, results, responsiveness, honesty, would_renew, principal_id, at)
      SELECT 'prv_' || n, 'st_' || n, '2026-Q1', 1 + n % 5, 4, 5, 1 + n % 4, 'prn', '2026-03-20' FROM ${each}`,
    'ANALYZE',
  ];
  for (const statement of statements) await connection.pool.query(statement);
}

/** One of six, by number. */
export const CATEGORY = (n: string): string =>
  `('{TOYS,PETS,BEAUTY_SKINCARE,BEAUTY_MAKEUP,FASHION_APPAREL,HOME_LIVING}'::text[])[1 + ${n} % 6]`;
