import type { App } from '../../../app.ts';
import type { Quarter } from '../../cycle/quarter.ts';
import { assemble } from '../../evidence/assemble.ts';
import { groupsOf } from '../../evidence/benchmarks.ts';
import type { ProviderFacts } from '../../evidence/facts.ts';
import { type BenchmarkRow, categorySums } from '../../record/evidence/benchmarks-query.ts';
import { type Batch, providerFacts } from '../../record/evidence/facts-query.ts';
import { insertSnapshots, type MadeSnapshot, makeSnapshot, type Occasion } from '../../record/snapshots.ts';

interface FactsRow {
  readonly providerId: string;
  readonly facts: ProviderFacts;
}

type Deps = Pick<App, 'database' | 'clock'>;

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
export async function scoreQuarter(app: Deps, { quarter, only, reason }: Scoring): Promise<number> {
  const rows: BenchmarkRow[] = await app.database.query(categorySums(quarter));
  const groups = groupsOf(rows.map(({ sums }) => sums));
  const occasion = { at: app.clock.now(), reason };
  let written: Promise<unknown> = Promise.resolve();
  let scored = 0;
  let after = '';
  for (;;) {
    // While one batch is written, the next is read.
    const [facts] = await Promise.all([readBatch(app, { quarter, only, after, size: BATCH }), written]);
    written = writeBatch(
      app,
      facts.map((each) => makeSnapshot(assemble(quarter, each.facts, groups))),
      occasion,
    );
    scored += facts.length;
    after = facts.at(-1)?.providerId ?? after;
    if (facts.length < BATCH) break;
  }
  await written;
  return scored;
}

const readBatch = ({ database }: Deps, batch: Batch): Promise<readonly FactsRow[]> =>
  database.query<FactsRow>(providerFacts(batch));

async function writeBatch(
  { database }: Deps,
  made: readonly MadeSnapshot[],
  occasion: Occasion,
): Promise<void> {
  if (made.length > 0) await database.change([insertSnapshots(made, occasion)]);
}
