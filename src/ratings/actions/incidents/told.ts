import type { App } from '../../../app.ts';
import type { OwedMessage } from '../../../delivery/view.ts';
import { reachedAt } from '../../../people/delegation/reached.ts';
import type { OrganisationId, PrincipalId } from '../../../people/principal.ts';

export const INCIDENT_VIEW = 'rating-incident';

export interface Told {
  readonly id: string;
  readonly rule: 'opened' | 'answered' | 'decided';
  /** Counts what has been said to it, so that every answer is news of its own. */
  readonly stateSeq: number;
  readonly providerId: OrganisationId | null;
  readonly storeId: OrganisationId | null;
  readonly staff: boolean;
  /** Has the answer to their click already. */
  readonly except: PrincipalId;
}

/** Messages to the provider's administrators, the owners of the store that complained and the staff channel. */
export async function toldOfIncident(
  app: Pick<App, 'database' | 'clock'>,
  { id, rule, stateSeq, providerId, storeId, staff, except }: Told,
): Promise<readonly OwedMessage[]> {
  const [admins, owners] = await Promise.all([
    providerId === null ? [] : reachedAt(app, providerId, 'PROVIDER_ADMIN'),
    storeId === null ? [] : reachedAt(app, storeId, 'STORE_OWNER'),
  ]);
  const people = [...new Set([...admins, ...owners])].filter((principalId) => principalId !== except);
  const message = { view: INCIDENT_VIEW, subject: id, stateSeq, rule };
  return [
    ...people.map((principalId) => ({ ...message, receiver: { kind: 'person' as const, principalId } })),
    ...(staff ? [{ ...message, receiver: { kind: 'channel' as const, name: 'staff' as const } }] : []),
  ];
}
