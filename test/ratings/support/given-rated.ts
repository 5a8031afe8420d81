import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';

const SINCE = '2024-01-01T00:00:00Z';

export interface GivenBond {
  readonly providerId: string;
  readonly storeId: string;
  readonly from?: string;
  /** Last day, inclusive. */
  readonly until?: string;
  readonly state?: string;
  /** When it was approved, and what became of it: `[instant, state]` in order. */
  readonly history?: readonly (readonly [string, string])[];
  readonly primary?: boolean;
  readonly related?: boolean;
  readonly scope?: readonly string[];
}

/** A provider with the category that its rank is among. */
export const providerRow = (id: string, category = 'TOYS'): readonly Prisma.Sql[] => [
  Prisma.sql`INSERT INTO organisation (id, kind, name, legal_entity, created_at)
    VALUES (${id}, 'PROVIDER', ${id}, ${id}, ${SINCE}::timestamptz)`,
  Prisma.sql`INSERT INTO provider (id, recognised_until, categories) VALUES (${id}, '2099-12-31', ${[category]}::text[])`,
];

export const storeRow = (id: string, category = 'TOYS'): readonly Prisma.Sql[] => [
  Prisma.sql`INSERT INTO organisation (id, kind, name, legal_entity, created_at)
    VALUES (${id}, 'STORE', ${id}, ${id}, ${SINCE}::timestamptz)`,
  Prisma.sql`INSERT INTO store (id, categories) VALUES (${id}, ${[category]}::text[])`,
];

let reports = 0;

/** A report with its history; approved at the start of its period and still standing unless said otherwise. */
export function bondRows(given: GivenBond): readonly Prisma.Sql[] {
  const { providerId, storeId, from = '2024-01-01', until = '2028-12-31', state = 'ACTIVE' } = given;
  reports += 1;
  const id = `CR-2024-${String(reports).padStart(6, '0')}`;
  const history = given.history ?? [[`${from}T00:00:00+08:00`, 'ACTIVE'] as const];
  const details = JSON.stringify({ relatedParty: { declared: given.related ?? false, text: null } });
  return [
    Prisma.sql`INSERT INTO report (id, store_id, provider_id, entry_channel, state, state_seq, state_since,
        service_item_ids, service_scope, primary_operator, purchase_start, purchase_months, reporting_start,
        reporting_months, reporting_end, store_details, rules, created_at)
      VALUES (${id}, ${storeId}, ${providerId}, 'REPORT', ${state}, ${history.length}::int,
        ${history.at(-1)?.[0] ?? SINCE}::timestamptz, '{}', ${[...(given.scope ?? ['OPERATIONS'])]}::text[],
        ${given.primary ?? true}, ${from}::date, 12, ${from}::date, 12, ${until}::date, ${details}::jsonb, '{}',
        ${SINCE}::timestamptz)`,
    ...history.map(
      ([at, to], seq) =>
        Prisma.sql`INSERT INTO transition (report_id, state_seq, rule, to_state, actor, at)
          VALUES (${id}, ${seq}::int, ${seq === 0 ? 'T11' : 'T19'}, ${to}, 'somebody', ${at}::timestamptz)`,
    ),
  ];
}

export interface GivenMonth {
  readonly storeId: string;
  /** Its first day. */
  readonly month: string;
  readonly gmvMinor?: number;
  readonly orders?: number;
  readonly onTime?: number;
  readonly disputes?: number;
  readonly dsr?: number;
}

/** Months of one statement, each a whole one with even figures unless said otherwise. */
export const monthRows = (months: readonly GivenMonth[]): Prisma.Sql => Prisma.sql`
  INSERT INTO store_month (store_id, month, version, currency, gmv_minor, uv, buyers, orders, refunds_minor, refund_cases,
    disputes_upheld, dsr_desc, dsr_serv, dsr_logi, dsr_count, on_time, shipped, source, import_id)
  SELECT r ->> 'storeId', (r ->> 'month')::date, 1, 'CNY', (r ->> 'gmvMinor')::bigint, 10000, 400, (r ->> 'orders')::int,
    0, 0, (r ->> 'disputes')::int, (r ->> 'dsr')::numeric, (r ->> 'dsr')::numeric, (r ->> 'dsr')::numeric, 100,
    (r ->> 'onTime')::int, (r ->> 'orders')::int, 'FEED', 'given'
  FROM jsonb_array_elements(${JSON.stringify(months.map(whole))}::jsonb) r`;

const whole = (month: GivenMonth) => ({
  gmvMinor: 10_000_000,
  orders: 500,
  onTime: 470,
  disputes: 2,
  dsr: 4.8,
  ...month,
});

export const monthsBetween = (from: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => {
    const at = new Date(`${from}T00:00:00Z`);
    at.setUTCMonth(at.getUTCMonth() + index);
    return at.toISOString().slice(0, 10);
  });

export const write = (database: Database, statements: readonly (Prisma.Sql | readonly Prisma.Sql[])[]) =>
  database.change(statements.flat());
