import type { App } from '../../../app.ts';
import { PLATFORM_ORGANISATION } from '../../../people/actions/bootstrap-lead.ts';
import type { Delegation } from '../../../people/delegation/delegation.ts';
import { activeAt } from '../../../people/delegation/record.ts';
import { chainsTo, principalsIn, takesOver } from '../../../people/delegation/resolve.ts';
import { type Actor, isStaff, type PrincipalId } from '../../../people/principal.ts';

/** Reviews of colleagues that wait on somebody as well. */
export interface CoveredReviews {
  /** Whose cases: of those for whom they stand in, and of those who are away with nobody named, which are everybody's. */
  readonly whole: readonly PrincipalId[];
  /** The same for single cases. */
  readonly single: readonly { readonly of: PrincipalId; readonly reportId: string }[];
  /** For whom they stand in: none of these can have been the first of two approvers (SOD-3, SOD-5). */
  readonly carries: readonly PrincipalId[];
}

const NO_REVIEWS: CoveredReviews = { whole: [], single: [], carries: [] };

/** Asked with the inbox, in one statement, of staff alone: everybody of a party sees what waits on it. */
export async function coveredReviews(
  app: Pick<App, 'database' | 'clock'>,
  actor: Actor,
): Promise<CoveredReviews> {
  if (!isStaff(actor)) return NO_REVIEWS;
  const active = await activeAt(app, [PLATFORM_ORGANISATION], app.clock.now());
  return reviewsOf(active, actor.principalId);
}

function reviewsOf(active: readonly Delegation[], me: PrincipalId): CoveredReviews {
  const roles = [...new Set(active.map(({ role }) => role))];
  const parts = roles.map((role) =>
    reviewsOfRole(
      active.filter((one) => one.role === role),
      me,
    ),
  );
  return {
    whole: parts.flatMap(({ whole }) => whole),
    single: parts.flatMap(({ single }) => single),
    carries: parts.flatMap(({ carries }) => carries),
  };
}

function reviewsOfRole(active: readonly Delegation[], me: PrincipalId): CoveredReviews {
  const always = active.filter(({ reportId }) => reportId === null);
  const reports = [...new Set(active.flatMap(({ reportId }) => reportId ?? []))];
  const single = reports.flatMap((reportId) => {
    const reaching = active.filter((one) => one.reportId === null || one.reportId === reportId);
    return coveredBy(reaching, me).map((of) => ({ of, reportId }));
  });
  return { whole: coveredBy(always, me), single, carries: principalsIn(chainsTo(always, me)) };
}

function coveredBy(active: readonly Delegation[], me: PrincipalId): readonly PrincipalId[] {
  const left = active.map(({ delegator }) => delegator).filter((one) => takesOver(active, one) === null);
  return [...new Set([...principalsIn(chainsTo(active, me)), ...left])];
}
