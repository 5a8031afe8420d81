import type { AuditEntry } from '../../../audit/payload.ts';
import type { Actor, OrganisationId } from '../../../people/principal.ts';

export interface Acted {
  readonly actor: Actor;
  readonly requestId: string;
}

/** The provider's own chain: what is held against it stands where its other events do. */
export const onProvider = (
  { actor, requestId }: Acted,
  providerId: OrganisationId,
  org: string,
): Pick<AuditEntry, 'objectType' | 'objectId' | 'actor' | 'org' | 'requestId'> => ({
  objectType: 'provider',
  objectId: providerId,
  actor: actor.principalId,
  org,
  requestId,
});
