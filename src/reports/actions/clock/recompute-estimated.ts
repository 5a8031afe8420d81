import type { App } from '../../../app.ts';
import { auditCtes } from '../../../audit/event.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { deadlineOf, recomputed } from '../../../reminders/deadlines.ts';
import { type Case, loadCase } from '../../record/case.ts';
import { reviewSteps, runningClock } from '../../record/running-clock.ts';
import { calendarOfWaiting } from '../../record/waiting.ts';
import { wakeAt } from '../../record/wake.ts';
import { plannedRungs } from '../../reminders/planned.ts';
import type { Deadline } from '../../report.ts';

/** Most deadlines that one day looks at. */
const ROUND = 1_000;

type Needs = Pick<App, 'database' | 'queue' | 'clock'>;

/**
 * Deadlines that rested on an unknown holiday calendar are computed again: once the year's notice is known they count as
 * exact, later if it has more holidays, never earlier than the one that was shown (domain-rules §2).
 *
 * @returns how many were changed
 */
export async function recomputeEstimated(app: Needs): Promise<number> {
  const open = await app.database.query<{ id: string }>(
    Prisma.sql`SELECT id FROM report WHERE deadline_estimated ORDER BY id LIMIT ${ROUND}`,
  );
  let changed = 0;
  for (const { id } of open) changed += (await recomputeOne(app, id)) ? 1 : 0;
  return changed;
}

async function recomputeOne(app: Needs, id: string): Promise<boolean> {
  const parties = await loadCase(app, id);
  const shown = parties?.report.deadline;
  if (!parties || !shown?.estimated) return false;
  const clock = runningClock(parties, await reviewSteps(app, parties));
  if (clock === null) return false;
  const fresh = deadlineOf(calendarOfWaiting(parties, parties.report), clock);
  const deadline = recomputed(shown, fresh);
  if (deadline.estimated && deadline.at.getTime() === shown.at.getTime()) return false;
  try {
    await app.database.change([
      written(app, parties, { shown, deadline }, plannedRungs(parties, parties.report, clock)),
      app.queue.statementFor('redraw', [{ subjects: [id] }]),
    ]);
    return true;
  } catch (error) {
    // The case has moved on meanwhile, and has another deadline.
    if (error instanceof Conflict && error.code === 'stale') return false;
    throw error;
  }
}

/** The rungs that are still ahead move with the deadline. */
function written(
  { clock }: Needs,
  parties: Case,
  { shown, deadline }: { readonly shown: Deadline; readonly deadline: Deadline },
  rungs: ReturnType<typeof plannedRungs>,
): Prisma.Sql {
  const { report } = parties;
  const after = { ...report, deadline };
  const moved = JSON.stringify(rungs.map(({ rung, dueAt }) => ({ rung, due_at: dueAt })));
  const entry = {
    objectType: 'report' as const,
    objectId: report.id,
    actor: 'clock',
    action: 'report.deadline-recomputed',
    before: report,
    after,
    at: clock.now(),
    data: { shown: shown.at, deadline: deadline.at },
  };
  return Prisma.sql`
    WITH changed AS (
      UPDATE report SET deadline_at = ${deadline.at}, deadline_estimated = ${deadline.estimated},
        wake_at = ${wakeAt(parties, after)}
      WHERE id = ${report.id} AND state_seq = ${report.stateSeq} RETURNING id),
    moved AS (
      UPDATE reminder m SET due_at = GREATEST(m.due_at, v.due_at)
      FROM changed, jsonb_to_recordset(${moved}::jsonb) AS v(rung text, due_at timestamptz)
      WHERE m.object = changed.id AND m.rung = v.rung AND m.receiver = '*' AND m.settled_at IS NULL),
    ${auditCtes(entry, { guard: 'changed' })}
    SELECT expect_rows((SELECT count(*) FROM changed), 1, 'stale')`;
}
