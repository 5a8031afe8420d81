import type { App } from '../../../app.ts';
import { membershipsFor, permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor, OrganisationId, PrincipalId } from '../../../people/principal.ts';
import { ok, type Result } from '../../../result.ts';
import type { Opportunity } from '../../need/opportunity.ts';
import type { MeetingSide } from '../../record/read/meetings.ts';
import { adminsOf, brandSide } from '../../record/read/receivers.ts';

/**
 * For which side somebody speaks: the provider's administrators for it, the store's owners and staff for the brand. Refuses
 * `people.role-needed`, `people.not-your-organisation`.
 */
export function sideOf(
  actor: Actor,
  { storeId }: Pick<Opportunity, 'storeId'>,
  providerId: OrganisationId,
): Result<MeetingSide> {
  const subject = { providerId, ...(storeId === null ? {} : { storeId }) };
  const memberships = membershipsFor('opportunity.meet', actor, subject).filter(
    ({ role }) => role !== 'STORE_OWNER' || storeId !== null,
  );
  if (memberships.some(({ role }) => role === 'PROVIDER_ADMIN')) return ok('PROVIDER');
  if (memberships.length > 0) return ok('BRAND');
  const refusal = permissionRefusal(
    permitted('opportunity.meet', actor, { ...subject, storeId: storeId ?? '' }),
  );
  return refusal ?? ok('BRAND');
}

export const otherSide = (side: MeetingSide): MeetingSide => (side === 'BRAND' ? 'PROVIDER' : 'BRAND');

/** Whoever speaks for a side of this meeting. */
export async function peopleOf(
  app: Pick<App, 'database' | 'clock'>,
  side: MeetingSide,
  { opportunity, providerId }: { readonly opportunity: Opportunity; readonly providerId: OrganisationId },
): Promise<readonly PrincipalId[]> {
  if (side === 'BRAND') return brandSide(app, opportunity);
  return (await adminsOf(app, [providerId])).get(providerId) ?? [];
}
