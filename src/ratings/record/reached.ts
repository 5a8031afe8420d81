import type { App } from '../../app.ts';
import { activeAt } from '../../people/delegation/record.ts';
import { heldToday, receiversNow } from '../../people/delegation/resolve.ts';
import type { OrganisationId, PrincipalId, Role } from '../../people/principal.ts';

/** Whom a message to one role of an organisation reaches now: stand-ins instead of whoever is away. */
export async function reachedAt(
  app: Pick<App, 'database' | 'clock'>,
  organisationId: OrganisationId,
  role: Role,
): Promise<readonly PrincipalId[]> {
  const [members, active] = await Promise.all([
    app.database.prisma.membership.findMany({
      where: { organisationId, role },
      orderBy: [{ since: 'asc' }, { principalId: 'asc' }],
      select: { principalId: true },
    }),
    activeAt(app, [organisationId], app.clock.now()),
  ]);
  const people = members.map(({ principalId }) => principalId);
  // Whoever stands in for one report alone does not take over what concerns the organisation.
  const whole = active.filter((one) => one.role === role && one.reportId === null);
  return receiversNow(
    heldToday(whole, (id) => people.includes(id)),
    people,
  );
}
