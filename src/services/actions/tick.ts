import { Prisma } from '../../platform/database/generated/client.ts';
import { isRefused, ok, type Result, refuse } from '../../result.ts';
import { applicationDue } from '../application/actions/clock.ts';
import { SERVICE_KINDS, TABLE } from '../kinds.ts';
import { runPreCheck } from '../loan/actions/run-pre-check.ts';
import { loadService } from '../record/case.ts';
import { type StepApp, type Taken, takeStep } from './step.ts';

/** Most cases of a kind that one round takes. */
const ROUND = 100;

/**
 * Carries out what time has made due: answers that nobody spoke up about, pre-checks that a crash left behind, reviews, and the
 * end of relationships. What is due is rows found by an index, each changed by compare-and-set.
 *
 * @returns how many steps were taken
 */
export async function tickServices(app: StepApp): Promise<number> {
  let taken = 0;
  for (const id of await dueIds(app)) {
    const outcome = await tickOne(app, id);
    if (isRefused(outcome)) app.log.debug({ case: id, refused: outcome.refused }, 'the clock was refused');
    else taken += 1;
  }
  return taken;
}

async function dueIds({ database, clock }: StepApp): Promise<readonly string[]> {
  const now = clock.now();
  const each = SERVICE_KINDS.map(
    (kind) =>
      Prisma.sql`(SELECT id FROM ${Prisma.raw(TABLE[kind])} WHERE wake_at <= ${now} ORDER BY wake_at LIMIT ${ROUND}::int)`,
  );
  const rows = await database.query<{ id: string }>(Prisma.join(each, ' UNION ALL '));
  return rows.map(({ id }) => id);
}

async function tickOne(app: StepApp, id: string): Promise<Result<Taken>> {
  const found = await loadService(app, id);
  switch (found?.kind) {
    case 'consultation':
      return takeStep(
        app,
        { id, stateSeq: found.stateSeq, actor: 'clock', requestId: null },
        { kind: 'consultation', event: 'lapse', judge: () => ok({}) },
      );
    case 'loan':
      return runPreCheck(app, id);
    case 'api':
      return applicationDue(app, found);
    default:
      return refuse('services.unknown', { case: id });
  }
}
