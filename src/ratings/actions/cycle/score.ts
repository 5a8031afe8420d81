import type { App } from '../../../app.ts';
import { onThread } from '../../../platform/thread.ts';
import type { Quarter } from '../../cycle/quarter.ts';
import { scoreBatch } from '../../cycle/score-batch.ts';
import { type BenchmarkRow, categorySums } from '../../record/evidence/benchmarks-query.ts';
import { type Batch, factsTexts } from '../../record/evidence/facts-query.ts';
import { insertSnapshots, type Occasion } from '../../record/snapshots.ts';

interface FactsRow {
  readonly providerId: string;
  /** JSON. */
  readonly facts: string;
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
  const categories = rows.map(({ sums }) => sums);
  const occasion = { at: app.clock.now(), reason };
  let written: Promise<unknown> = Promise.resolve();
  let scored = 0;
  for await (const batch of batchesOf(app, { quarter, only })) {
    const facts = batch.map((each) => each.facts);
    const snapshots = await (facts.length > AT_ONCE ? onOtherThread : scoreBatch)({
      quarter,
      categories,
      facts,
    });
    await written;
    written = app.database.change([insertSnapshots(snapshots, occasion)]);
    // What fails while the next batch is scored is heard of when that one is done.
    written.catch(() => undefined);
    scored += facts.length;
  }
  await written;
  return scored;
}

/** About ten milliseconds' worth, for which no click notices that it waits. */
const AT_ONCE = 50;

const onOtherThread = onThread<typeof scoreBatch>(
  new URL('../../cycle/score-batch.ts', import.meta.url),
  'scoreBatch',
);

/** While one batch is scored, the one before is written and the next is read. */
async function* batchesOf(
  app: Deps,
  whom: Pick<Batch, 'quarter' | 'only'>,
): AsyncGenerator<readonly FactsRow[]> {
  const read = (after: string) => readBatch(app, { ...whom, after, size: BATCH });
  let facts = await read('');
  while (facts.length > 0) {
    const last = facts.at(-1)?.providerId ?? '';
    const next = facts.length < BATCH ? Promise.resolve([]) : read(last);
    next.catch(() => undefined);
    yield facts;
    facts = await next;
  }
}

const readBatch = ({ database }: Deps, batch: Batch): Promise<readonly FactsRow[]> =>
  database.query<FactsRow>(factsTexts(batch));
