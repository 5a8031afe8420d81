import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { addMonths, today } from '../../../src/reports/periods.ts';

/** Enough to be compared with, and months enough for a window of three and the one before. */
const PEERS = 24;
const MONTHS = 6;

/**
 * The months before the demo begins, in two statements: NordKind has visitors enough and sells to few of them, among peers of
 * its category that nobody plays, each a little different from the next. Aurora has nobody to be compared with.
 */
export function storeFigures(start: Date): readonly Prisma.Sql[] {
  const first = addMonths(`${today(start, 'Asia/Shanghai').slice(0, 7)}-01`, -MONTHS);
  return [
    Prisma.sql`
      WITH peer AS (
        INSERT INTO organisation (id, kind, name, legal_entity, created_at)
        SELECT 'st_peer_' || lpad(n::text, 2, '0'), 'STORE', '母婴同行 ' || n, '母婴同行 ' || n || ' 有限公司',
          ${start}::timestamptz FROM generate_series(1, ${PEERS}::int) n RETURNING id)
      INSERT INTO store (id, categories) SELECT id, ARRAY['MATERNITY_BABY'] FROM peer`,
    Prisma.sql`
      WITH one AS (
        SELECT 'st_nordkind' AS id, 60000 AS uv, 0.018 AS cvr, 32000 AS spend, 0.88 AS keep
        UNION ALL
        SELECT 'st_aurora', 30000, 0.021, 26000, 0.91
        UNION ALL
        SELECT 'st_peer_' || lpad(n::text, 2, '0'), 44000 + 500 * n, 0.0225 + 0.0002 * n, 27000 + 250 * n, 0.88 + 0.001 * n
        FROM generate_series(1, ${PEERS}::int) n),
      sold AS (
        SELECT o.*, month::date, (o.uv * o.cvr)::int AS buyers, (o.uv * o.cvr)::int * o.spend::bigint AS gmv
        FROM one o, generate_series(${first}::date, ${addMonths(first, MONTHS - 1)}::date, interval '1 month') month)
      INSERT INTO store_month (store_id, month, version, currency, gmv_minor, uv, buyers, orders, refunds_minor,
        refund_cases, disputes_upheld, dsr_desc, dsr_serv, dsr_logi, dsr_count, on_time, shipped,
        first_reply_sec_median, reply_rate, repeat_buyers, stock_value_minor, cogs_minor, source, import_id)
      SELECT id, month, 1, 'CNY', gmv, uv, buyers, buyers, (gmv * (1 - keep))::bigint, buyers / 12, 2, 4.82, 4.8, 4.79,
        buyers / 3, (buyers * 0.97)::int, buyers, 38, 0.96, buyers / 5, gmv / 2, gmv / 3, 'FEED', 'demo'
      FROM sold`,
  ];
}
