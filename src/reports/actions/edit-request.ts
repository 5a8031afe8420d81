import type { App } from '../../app.ts';
import { auditEvent } from '../../audit/event.ts';
import { handled } from '../../chat/requests/handled.ts';
import { owe } from '../../delivery/owe.ts';
import type { Actor } from '../../people/principal.ts';
import { Conflict } from '../../platform/database/errors.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { isRefused, ok, type Result, refuse } from '../../result.ts';
import { assembleRequest } from '../fields/assemble-request.ts';
import type { FieldValues } from '../fields/field-values.ts';
import { editRequest } from '../lifecycle/editing.ts';
import { loadCase } from '../record/case.ts';
import { loadCounterparts, requestFacts } from '../record/counterparts.ts';
import { updateRequest } from '../record/insert-report.ts';
import { standInFor } from '../record/stand-ins/stand-in.ts';
import type { Report } from '../report.ts';
import { alreadyDecided } from './stale.ts';

export interface EditRequestInput {
  readonly reportId: string;
  readonly values: FieldValues;
  readonly actor: Actor;
  readonly requestId: string;
}

/** The store changes a draft that it has not sent yet. Refused as `draftRequest` is, and once the request has been sent. */
export async function editDraft(
  app: Pick<App, 'database' | 'queue' | 'clock'>,
  { reportId, values, actor, requestId }: EditRequestInput,
): Promise<Result<Report>> {
  const parties = await loadCase(app, reportId);
  if (!parties) return refuse('reports.unknown', { report: reportId });
  const { report } = parties;
  const counterparts = await loadCounterparts(app, report.storeId, report.providerId);
  if (!counterparts) return refuse('reports.unknown-party', {});
  const at = app.clock.now();
  const fields = assembleRequest(values, requestFacts(counterparts, actor.principalId, at));
  if (isRefused(fields)) return fields;
  const { contactStore, relatedParty, ...request } = fields.ok;
  const edited = editRequest(report, request, actor);
  if (isRefused(edited)) return edited;
  const [principal] = standInFor(parties, actor, 'report.draft').onBehalfOf;
  const next = { ...edited.ok, stateSeq: report.stateSeq + 1 };
  try {
    await app.database.change([
      updateRequest(report, next, { contactStore, relatedParty }),
      Prisma.sql`
        INSERT INTO transition (report_id, state_seq, rule, from_state, to_state, actor, on_behalf_of, at)
        VALUES (${reportId}, ${report.stateSeq}, 'draft.edited', 'DRAFT', 'DRAFT', ${actor.principalId},
          ${principal ?? null}, ${at})`,
      auditEvent({
        objectType: 'report',
        objectId: reportId,
        actor: actor.principalId,
        onBehalfOf: principal,
        org: report.storeId,
        action: 'report.draft-edited',
        before: report,
        after: next,
        requestId,
        at,
        data: {},
      }),
      ...owe(app.queue, { messages: [], redraw: [reportId] }, at),
      handled(requestId, at),
    ]);
  } catch (error) {
    if (error instanceof Conflict && error.code === 'stale')
      return alreadyDecided(app, reportId, report.stateSeq);
    throw error;
  }
  return ok(next);
}
