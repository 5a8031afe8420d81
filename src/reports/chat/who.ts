import { permitted } from '../../people/permissions.ts';
import { type Actor, isStaff } from '../../people/principal.ts';
import { type Refusal, refuse } from '../../result.ts';
import type { Case } from '../record/case.ts';

/** On which sides of a case somebody stands; staff and auditors stand on neither. */
export interface Standpoint {
  readonly store: boolean;
  readonly provider: boolean;
  readonly staff: boolean;
}

export function standpointOf({ report }: Pick<Case, 'report'>, actor: Actor): Standpoint {
  const belongsTo = (id: string) => actor.memberships.some(({ organisationId }) => organisationId === id);
  return {
    store: belongsTo(report.storeId),
    provider: belongsTo(report.providerId),
    staff: isStaff(actor),
  };
}

/** A draft is the store's own until it is sent. Refused: `reports.unknown`, `people.*`. */
export function mayNotSee(parties: Case, actor: Actor): Refusal | null {
  const { report } = parties;
  const permission = permitted('report.show', actor, report);
  if (!permission.allowed) return refuse(permission.because, { rolesNeeded: permission.rolesNeeded });
  const { store, provider } = standpointOf(parties, actor);
  const unsent = report.state === 'DRAFT' || parties.requestedAt === null;
  return unsent && provider && !store ? refuse('reports.unknown', { report: report.id }) : null;
}
