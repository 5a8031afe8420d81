import type { App } from '../../app.ts';
import { PLATFORM_ORGANISATION } from '../../people/actions/bootstrap-lead.ts';
import type { Delegation } from '../../people/delegation/delegation.ts';
import { activeAt } from '../../people/delegation/record.ts';
import type { Member } from '../../people/delegation/resolve.ts';
import { heldToday } from '../../people/delegation/resolve.ts';
import type { OrganisationId, PrincipalId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';

/** Whom a case concerns. */
export interface ServicePeople {
  readonly provider: readonly Member[];
  readonly staff: readonly Member[];
  /** Of whole roles at the provider and the platform, active now. */
  readonly delegations: readonly Delegation[];
}

interface MemberRow extends Member {
  readonly organisationId: OrganisationId;
}

/** Of several providers at once, in two statements. */
export async function peopleOf(
  app: Pick<App, 'database' | 'clock'>,
  providers: readonly OrganisationId[],
): Promise<(providerId: OrganisationId) => ServicePeople> {
  const [members, active] = await Promise.all([
    app.database.query<MemberRow>(Prisma.sql`
      SELECT principal_id AS id, role, organisation_id AS "organisationId" FROM membership
      WHERE (organisation_id IN (${Prisma.join([...providers])}) AND role = 'PROVIDER_ADMIN')
        OR role IN ('STAFF_REVIEWER', 'STAFF_LEAD')
      ORDER BY since, principal_id`),
    activeAt(app, [...providers, PLATFORM_ORGANISATION], app.clock.now()),
  ]);
  const whole = active.filter(({ reportId }) => reportId === null);
  const staff = members.filter(({ role }) => role !== 'PROVIDER_ADMIN');
  return (providerId) => {
    const provider = members.filter(({ organisationId }) => organisationId === providerId);
    const reaching = whole.filter(
      ({ organisationId }) => organisationId === providerId || organisationId === PLATFORM_ORGANISATION,
    );
    const holds = (id: PrincipalId, { role }: Pick<Delegation, 'role'>) =>
      [...provider, ...staff].some((member) => member.id === id && member.role === role);
    return { provider, staff, delegations: heldToday(reaching, holds) };
  };
}
