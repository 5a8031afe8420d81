import { type Actor, holds } from '../../people/principal.ts';
import { ok, type Result, refuse } from '../../result.ts';
import type { Report, Side } from '../report.ts';

/**
 * For which side somebody may attach now: the provider while it fills in, and whoever has been asked for information.
 * Elsewhere the revision is frozen (T24): refused with `reports.revision-frozen`, or `reports.not-your-turn`.
 */
export function attachableSide(report: Report, actor: Actor): Result<Side> {
  const side = sideOf(report, actor);
  if (!side) return refuse('people.not-your-organisation', {});
  if (report.state === 'FILLING' && side === 'provider') return ok(side);
  if (report.state === 'INFO_REQUESTED' && side === report.infoFrom) return ok(side);
  return refuse('reports.revision-frozen', { state: report.state });
}

function sideOf(report: Report, actor: Actor): Side | null {
  const at = (organisationId: string, ...roles: Parameters<typeof holds>[1][]) =>
    roles.some((role) => holds(actor, role, organisationId));
  if (at(report.storeId, 'STORE_OWNER', 'STORE_MEMBER')) return 'store';
  return at(report.providerId, 'PROVIDER_ADMIN', 'PROVIDER_MEMBER') ? 'provider' : null;
}
