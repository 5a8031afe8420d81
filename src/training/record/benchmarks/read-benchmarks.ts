import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { Benchmark } from '../../diagnosis/figures.ts';
import { parentOf } from './make-benchmarks.ts';
import type { MonthWindow } from './window-figures.ts';

export interface GroupOf {
  /** The store's main category. */
  readonly category: string;
  readonly currency: string;
  readonly tier: number;
}

/** A group's figures, and how its stores moved since the window before. */
export interface GroupBenchmark extends Benchmark {
  /** Median, share of 1; null where nobody has the window before. */
  readonly change: number | null;
  readonly changeStores: number;
}

/** What a store is held against: its own category, else the one above; null where both are too small. One index lookup. */
export async function readBenchmark(
  { database }: Pick<App, 'database'>,
  { month, months }: MonthWindow,
  { category, currency, tier }: GroupOf,
): Promise<GroupBenchmark | null> {
  const groups = [category, parentOf(category)].filter((group) => group !== null);
  const rows = await database.query<{ group: string; stores: number; figures: Figures }>(Prisma.sql`
    SELECT category AS "group", stores, figures FROM store_benchmark
    WHERE month = ${month}::date AND months = ${months}::int AND category = ANY(${groups}::text[])
      AND currency = ${currency} AND tier = ${tier}::int`);
  const found = groups.flatMap((group) => rows.filter((row) => row.group === group))[0];
  if (!found) return null;
  const { group, stores, figures } = found;
  return {
    ...figures,
    ...{ group, tier, stores },
    disputeRate: figures.disputeRate ?? 0,
    refundRate: figures.refundRate ?? 0,
    onTimeShare: figures.onTimeShare ?? 0,
  };
}

type Figures = Omit<GroupBenchmark, 'group' | 'tier' | 'stores' | Shares> &
  Readonly<Record<Shares, number | null>>;
type Shares = 'disputeRate' | 'refundRate' | 'onTimeShare';
