import { setImmediate } from 'node:timers/promises';
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
  for await (const facts of batchesOf(app, { quarter, only })) {
    const made = await inTurns(facts, (each) => makeSnapshot(assemble(quarter, each.facts, groups)));
    await written;
    written = writeBatch(app, made, occasion);
    // What fails while the next batch is scored is heard of when that one is done.
    written.catch(() => undefined);
    scored += facts.length;
  }
  await written;
  return scored;
}

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

/** About ten milliseconds' worth: between two turns clicks are answered and statements sent. */
const TURN = 50;

async function inTurns<T, R>(all: readonly T[], work: (each: T) => R): Promise<readonly R[]> {
  const done: R[] = [];
  for (const each of all) {
    done.push(work(each));
    if (done.length % TURN === 0) await setImmediate();
  }
  return done;
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
