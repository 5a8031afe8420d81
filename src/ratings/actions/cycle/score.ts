import type { App } from '../../../app.ts';
import type { Quarter } from '../../cycle/quarter.ts';
import { assemble } from '../../evidence/assemble.ts';
import { type Groups, groupsOf } from '../../evidence/benchmarks.ts';
import type { ProviderFacts } from '../../evidence/facts.ts';
import { type BenchmarkRow, categorySums } from '../../record/benchmarks-query.ts';
import { type Batch, providerFacts } from '../../record/facts-query.ts';
import { insertSnapshots, makeSnapshot, type Occasion } from '../../record/snapshots.ts';

interface FactsRow {
  readonly providerId: string;
  readonly facts: ProviderFacts;
}

const BATCH = 1_000;

export interface Scoring extends Omit<Occasion, 'at'> {
  readonly quarter: Quarter;
  /** Null: everybody whom the cycle rates. */
  readonly only: readonly string[] | null;
}

/**
 * Makes a snapshot for everybody whom the frozen quarter rates; returns how many were looked at. A batch is one change,
 * and one that was made before is not made again, so that what a crash cut short is simply run once more.
 */
export async function scoreQuarter(
  app: Pick<App, 'database' | 'clock'>,
  { quarter, only, reason }: Scoring,
): Promise<number> {
  const rows: BenchmarkRow[] = await app.database.query(categorySums(quarter));
  const groups = groupsOf(rows.map(({ sums }) => sums));
  const occasion = { at: app.clock.now(), reason };
  let scored = 0;
  let after = '';
  for (;;) {
    const batch = { quarter, only, after, size: BATCH };
    const facts = await scoreBatch(app, { batch, groups, occasion });
    scored += facts.length;
    after = facts.at(-1)?.providerId ?? after;
    if (facts.length < BATCH) return scored;
  }
}

interface BatchWork {
  readonly batch: Batch;
  readonly groups: Groups;
  readonly occasion: Occasion;
}

async function scoreBatch(
  { database }: Pick<App, 'database'>,
  { batch, groups, occasion }: BatchWork,
): Promise<readonly FactsRow[]> {
  const rows: FactsRow[] = await database.query(providerFacts(batch));
  const made = rows.map(({ facts }) => makeSnapshot(assemble(batch.quarter, facts, groups)));
  if (made.length > 0) await database.change([insertSnapshots(made, occasion)]);
  return rows;
}
