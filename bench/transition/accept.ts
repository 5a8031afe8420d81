import type pg from 'pg';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import { applyEvent } from '../../src/reports/actions/apply.ts';
import { loadCase } from '../../src/reports/record/case.ts';
import { testApp, testClock } from '../../test/support/app.ts';
import { caseDriver, expectOk } from '../../test/support/case-driver.ts';
import { type Cast, seedCast } from '../../test/support/cast.ts';
import { cloneId, cloneReports } from '../support/clone-reports.ts';
import { inParallel } from '../support/in-parallel.ts';
import { type Measurement, perSecond } from '../support/measurement.ts';
import { type BenchServer, openBench } from '../support/postgres.ts';
import { acceptByHand } from './by-hand.ts';

const HANDS = 16;
const ROUNDS = 5;
/** Of each way in each round; the ways take turns, so that all of them meet the same load of the machine. */
const BATCH = 160;
const CASES = (ROUNDS + 1) * BATCH * 3;

type App = Awaited<ReturnType<typeof testApp>>;
type Way = 'product' | 'by hand' | 'by hand, case read first';
type Work = (n: number) => Promise<void>;

/** Architecture §7, first line: one transition, 16 in parallel, against hand-written statements that write the same. */
export async function benchTransition(server: BenchServer): Promise<readonly Measurement[]> {
  await using database = await openBench(await server.create(), HANDS);
  await using app = await testApp(database, testClock('2026-04-30T02:00:00Z'));
  const cast = await seedCast(database);
  await seedRequested(app, cast);
  if (database.connection.kind !== 'postgres') throw new Error('This needs PostgreSQL.');
  const rates = await takeTurns(ways(app, cast, database.connection.pool));
  return [line(rates, 'by hand', '≥ 0.5'), line(rates, 'by hand, case read first', '')];
}

async function seedRequested(app: App, cast: Cast): Promise<void> {
  const driver = caseDriver(app, cast);
  const template = await driver.draft();
  await driver.apply(template, cast.owner, { type: 'request' });
  await cloneReports(app.database, {
    template,
    count: CASES,
    perStore: 1,
    providers: 1,
    belongings: 'whole',
  });
  await app.database.query(Prisma.sql`
    INSERT INTO incoming (key, payload, received_at, tried_at)
    SELECT 'bench:' || n, '{"kind":"click"}', now(), now() FROM generate_series(0, ${CASES}::int) n`);
}

function ways(app: App, cast: Cast, pool: pg.Pool): Readonly<Record<Way, Work>> {
  const byHand: Work = (n) =>
    acceptByHand(app, pool, {
      reportId: cloneId(n),
      requestId: `bench:${n}`,
      actor: cast.admin.principalId,
      receiver: `${cast.owner.principalId}_${n}`,
      inboxes: [cloneId(n), `inbox:${cast.owner.principalId}_${n}`, `inbox:${cast.admin.principalId}`],
    });
  return {
    product: async (n) => {
      const input = { reportId: cloneId(n), stateSeq: null, actor: cast.admin, channel: 'slack' };
      expectOk(await applyEvent(app, { ...input, requestId: `bench:${n}` }, { type: 'accept' }));
    },
    'by hand': byHand,
    'by hand, case read first': async (n) => {
      await loadCase(app, cloneId(n));
      await byHand(n);
    },
  };
}

type Rates = Readonly<Record<Way, number>>;

/** A first round only warms up. */
async function takeTurns(works: Readonly<Record<Way, Work>>): Promise<Rates> {
  const seconds = { product: 0, 'by hand': 0, 'by hand, case read first': 0 };
  let next = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const way of ['product', 'by hand', 'by hand, case read first'] as const) {
      const cases = Array.from({ length: BATCH }, () => next++);
      const took = await inParallel(cases, HANDS, works[way]);
      if (round > 0) seconds[way] += took;
    }
  }
  const rate = (way: Way) => (ROUNDS * BATCH) / seconds[way];
  return {
    product: rate('product'),
    'by hand': rate('by hand'),
    'by hand, case read first': rate('by hand, case read first'),
  };
}

function line(rates: Rates, peer: Way, budget: string): Measurement {
  const ratio = rates.product / rates[peer];
  return {
    what: `one transition (T3), ${HANDS} in parallel, PostgreSQL`,
    measured: perSecond(rates.product),
    peer: `${peer}: ${perSecond(rates[peer])}`,
    ratio,
    budget,
    met: budget === '' ? null : ratio >= 0.5,
  };
}
