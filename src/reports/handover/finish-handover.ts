import type { App } from '../../app.ts';
import { auditCtes } from '../../audit/event.ts';
import { handled } from '../../chat/requests/handled.ts';
import { permissionRefusal, permitted } from '../../people/permissions.ts';
import type { Actor } from '../../people/principal.ts';
import { Conflict } from '../../platform/database/errors.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { ok, type Result, refuse } from '../../result.ts';
import { loadCase } from '../record/case.ts';
import type { HandoverItem } from './items.ts';

export interface FinishHandover {
  readonly reportId: string;
  readonly item: HandoverItem;
  readonly actor: Actor;
  readonly requestId: string;
}

/**
 * One item of the handover list is done. Refused with `cases.handover-done` when somebody was first or the list is gone, and
 * with people.*.
 */
export async function finishHandover(
  app: Pick<App, 'database' | 'queue' | 'clock'>,
  { reportId, item, actor, requestId }: FinishHandover,
): Promise<Result<null>> {
  const parties = await loadCase(app, reportId);
  if (!parties) return refuse('reports.unknown', { report: reportId });
  const refusal = permissionRefusal(permitted('report.handover', actor, parties.report));
  if (refusal) return refusal;
  const at = app.clock.now();
  const { principalId } = actor;
  const entry = {
    objectType: 'report' as const,
    objectId: reportId,
    actor: principalId,
    action: 'report.handover',
    requestId,
    at,
    data: { item },
  };
  try {
    await app.database.change([
      handled(requestId, at),
      Prisma.sql`
        WITH done AS (
          UPDATE handover_item SET done_at = ${at}, done_by = ${principalId}
          WHERE report_id = ${reportId} AND item = ${item} AND done_at IS NULL RETURNING item),
        ${auditCtes(entry, { guard: 'done' })}
        SELECT expect_rows((SELECT count(*) FROM done), 1, ${ALREADY_DONE})`,
      app.queue.statementFor('redraw', [{ subjects: [reportId] }]),
    ]);
    return ok(null);
  } catch (error) {
    if (error instanceof Conflict && error.code === ALREADY_DONE) return refuse('cases.handover-done');
    throw error;
  }
}

const ALREADY_DONE = 'handover-done';
