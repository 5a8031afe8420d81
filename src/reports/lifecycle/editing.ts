/**
 * Who may write into a case, and when (T24). Saving a page is no step of the case: `stateSeq` stays, so that a half-filled
 * form is not outdated by its own first page. The caller writes only where the state is still the one that was read.
 */
import { permissionRefusal, permitted } from '../../people/permissions.ts';
import type { ActionName } from '../../people/policies.ts';
import type { Actor, PrincipalId } from '../../people/principal.ts';
import { ok, type Refusal, type Result } from '../../result.ts';
import { reportingEnd } from '../periods.ts';
import type { Report, ReportRequest } from '../report.ts';
import { refuseReport } from './refusals.ts';
import { whoseTurn } from './turns/whose-turn.ts';

/** The store changes its draft. Refused with people.*, or reports.not-in-this-state once the request has been sent. */
export function editRequest(report: Report, request: ReportRequest, actor: Actor): Result<Report> {
  const refusal = notPermitted('report.draft', report, actor);
  if (refusal !== null) return refusal;
  if (report.state !== 'DRAFT')
    return refuseReport('not-in-this-state', { state: report.state, states: ['DRAFT'] });
  return ok({
    ...report,
    request,
    reportingEnd: reportingEnd(request.reportingStart, request.reportingMonths),
    allEditors: joined(report.allEditors, actor.principalId),
  });
}

/**
 * The provider fills in the revision. Refused with people.*, or reports.revision-frozen from STORE_CONFIRM on (T24): only a
 * return (T6, T8) opens a new revision. Whoever writes counts as an editor (SOD-1, SOD-2).
 */
export function editRevision(report: Report, actor: Actor): Result<Report> {
  const refusal = notPermitted('report.fill', report, actor) ?? frozen(report);
  if (refusal !== null) return refusal;
  return ok({
    ...report,
    revisionEditors: joined(report.revisionEditors, actor.principalId),
    allEditors: joined(report.allEditors, actor.principalId),
  });
}

function frozen(report: Report): Refusal | null {
  const { state } = report;
  if (state === 'FILLING') return null;
  if (state === 'DRAFT') return refuseReport('not-your-turn', { waitsOn: whoseTurn(report).waitsOn, state });
  if (state === 'REQUESTED') return refuseReport('not-in-this-state', { state, states: ['FILLING'] });
  return refuseReport('revision-frozen', { state });
}

const notPermitted = (action: ActionName, report: Report, actor: Actor): Refusal | null =>
  permissionRefusal(permitted(action, actor, report));

const joined = (people: readonly PrincipalId[], one: PrincipalId): readonly PrincipalId[] =>
  people.includes(one) ? people : [...people, one];
