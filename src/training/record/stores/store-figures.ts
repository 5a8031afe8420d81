import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { addMonths } from '../../../reports/periods.ts';
import type { IsoDate } from '../../../reports/report.ts';
import type { DiagnosisInput, WindowFigures } from '../../diagnosis/figures.ts';
import { type GroupBenchmark, type GroupOf, readBenchmark } from '../benchmarks/read-benchmarks.ts';
import { type MonthWindow, windowFigures } from '../benchmarks/window-figures.ts';

interface StoreWindow {
  readonly figures: WindowFigures;
  readonly net: number;
  readonly group: GroupOf;
}

/** What a diagnosis goes by, and the month that it looked at last; null where nothing recent is on record. */
export interface StoreEvidence {
  readonly month: IsoDate | null;
  readonly currency: string | null;
  readonly input: DiagnosisInput;
}

type Deps = Pick<App, 'database'>;

/**
 * A store's months up to `lastMonth`, beside those of its peers. Every statement is one lookup by the store or by the group.
 *
 * @param notBefore how far back the latest month may lie
 */
export async function storeEvidence(
  app: Deps,
  storeId: string,
  { notBefore, lastMonth }: { readonly notBefore: IsoDate; readonly lastMonth: IsoDate },
): Promise<StoreEvidence> {
  const [[latest], onTimeFiled] = await Promise.all([
    app.database.query<{ month: IsoDate | null }>(Prisma.sql`
      SELECT to_char(max(month), 'YYYY-MM-DD') AS month FROM store_month
      WHERE store_id = ${storeId} AND latest AND month BETWEEN ${notBefore}::date AND ${lastMonth}::date`),
    promisedOnTime(app, storeId),
  ]);
  const month = latest?.month ?? null;
  if (month === null)
    return { month, currency: null, input: { short: null, long: null, change: null, onTimeFiled } };
  return { month, ...(await comparedAt(app, storeId, { month, onTimeFiled })) };
}

interface At {
  readonly month: IsoDate;
  readonly onTimeFiled: number | null;
}

async function comparedAt(app: Deps, storeId: string, { month, onTimeFiled }: At) {
  const [short, before, long] = await Promise.all([
    readWindow(app, storeId, { month, months: 1 }),
    readWindow(app, storeId, { month: addMonths(month, -1), months: 1 }),
    readWindow(app, storeId, { month, months: 3 }),
  ]);
  const [shortPeers, longPeers] = await Promise.all([
    short && readBenchmark(app, { month, months: 1 }, short.group),
    long && readBenchmark(app, { month, months: 3 }, long.group),
  ]);
  const change =
    short && before && shortPeers?.change != null && short.group.currency === before.group.currency
      ? { before: before.figures.factors, now: short.figures.factors, peers: shortPeers.change }
      : null;
  return {
    currency: (short ?? long)?.group.currency ?? null,
    input: {
      short: short && { figures: short.figures, benchmark: shortPeers },
      long: long && { figures: long.figures, benchmark: longPeers },
      ...{ change, onTimeFiled },
    },
  };
}

/** Null where a month of the window is missing. */
async function readWindow(
  { database }: Deps,
  storeId: string,
  window: MonthWindow,
): Promise<StoreWindow | null> {
  const [row] = await database.query<StoreWindow>(Prisma.sql`
    SELECT w.net, jsonb_build_object('category', coalesce(s.categories[1], ''), 'currency', w.currency, 'tier', w.tier) AS "group",
      jsonb_build_object('uv', w.uv, 'buyers', w.buyers, 'orders', w.orders, 'disputesUpheld', w.disputes,
        'factors', jsonb_build_object('UV', w.f_uv, 'CVR', w.f_cvr, 'AOV', w.f_aov, 'KEEP', w.f_keep),
        'refundCases', w.refund_cases, 'onTime', w.on_time, 'shipped', w.shipped, 'dsrCount', w.dsr_count,
        'dsr', to_jsonb(array_remove(ARRAY[w.dsr_desc, w.dsr_serv, w.dsr_logi], NULL)),
        'replyRate', w.reply_rate, 'firstReplySeconds', w.first_reply, 'stockCoverDays', w.cover,
        'turnover', w.turnover) AS figures
    FROM (${windowFigures(window, Prisma.sql`m.store_id = ${storeId}`)}) w JOIN store s ON s.id = w.store_id`);
  return row ?? null;
}

/** How the store and its peers moved over one window, for a plan's checks. */
export async function movedSince(
  app: Deps,
  storeId: string,
  window: MonthWindow,
): Promise<{ readonly window: StoreWindow; readonly peers: GroupBenchmark | null } | null> {
  const found = await readWindow(app, storeId, window);
  return found && { window: found, peers: await readBenchmark(app, window, found.group) };
}

/** The strictest share of orders in time that a report in effect promises (QS03). */
async function promisedOnTime({ database }: Deps, storeId: string): Promise<number | null> {
  const [row] = await database.query<{ target: number | null }>(Prisma.sql`
    SELECT max((s ->> 'target')::float8) / 100 AS target
    FROM report r JOIN revision v ON v.report_id = r.id AND v.number = r.revision,
      jsonb_array_elements(coalesce(v.fields -> 'qualityStandards', '[]')) s
    WHERE r.store_id = ${storeId} AND r.state IN ('ACTIVE', 'NOTICE') AND s ->> 'code' = 'QS03'
      AND s ->> 'target' IS NOT NULL`);
  return row?.target ?? null;
}
