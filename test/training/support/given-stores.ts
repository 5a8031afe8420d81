import { Prisma } from '../../../src/platform/database/generated/client.ts';

/** A store's month in the four factors; everything else is even. */
export interface GivenFigures {
  readonly storeId: string;
  /** Its first day. */
  readonly month: string;
  readonly uv?: number;
  readonly cvr?: number;
  /** Minor units. */
  readonly aov?: number;
  readonly keep?: number;
}

const whole = ({ uv = 50_000, cvr = 0.025, aov = 30_000, keep = 0.9, ...given }: GivenFigures) => {
  const buyers = Math.round(uv * cvr);
  const gmv = buyers * aov;
  return { ...given, uv, buyers, gmv, refunds: Math.round(gmv * (1 - keep)) };
};

/** Months as a feed would have brought them, in one statement. */
export const figureRows = (months: readonly GivenFigures[]): Prisma.Sql => Prisma.sql`
  INSERT INTO store_month (store_id, month, version, currency, gmv_minor, uv, buyers, orders, refunds_minor, refund_cases,
    disputes_upheld, dsr_desc, dsr_serv, dsr_logi, dsr_count, on_time, shipped, first_reply_sec_median, reply_rate,
    stock_value_minor, cogs_minor, source, import_id)
  SELECT r."storeId", r.month::date, 1, 'CNY', r.gmv, r.uv, r.buyers, r.buyers, r.refunds, 5, 2, 4.8, 4.8, 4.8, 200,
    r.buyers, r.buyers, 40, 0.97, 90000000, 45000000, 'FEED', 'given'
  FROM jsonb_to_recordset(${JSON.stringify(months.map(whole))}::jsonb)
    AS r("storeId" text, month text, uv int, buyers int, gmv bigint, refunds bigint)`;

/** So many stores of one category, without people. */
export const peerRows = (ids: readonly string[], category = 'TOYS'): readonly Prisma.Sql[] => [
  Prisma.sql`INSERT INTO organisation (id, kind, name, legal_entity, created_at)
    SELECT id, 'STORE', id, id, '2024-01-01' FROM unnest(${[...ids]}::text[]) AS id`,
  Prisma.sql`INSERT INTO store (id, categories) SELECT id, ${[category]}::text[] FROM unnest(${[...ids]}::text[]) AS id`,
];

export const named = (count: number, prefix = 'st_peer'): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}_${String(index).padStart(2, '0')}`);
