import type { App } from '../../app.ts';
import { activeAt } from '../../people/delegation/record.ts';
import { heldToday, type Member, receiversInRoles } from '../../people/delegation/resolve.ts';
import type { OrganisationId, PrincipalId } from '../../people/principal.ts';

/** Some of an organisation's people, as whoever is there in their place. */
export type Present = (
  place: OrganisationId,
  members: readonly Member[],
  wanted: readonly Member[],
) => readonly PrincipalId[];

/** Stand-ins instead of whoever is away. A delegation of one report does not hand over what concerns the organisation as a whole. */
export async function presentAt(
  app: Pick<App, 'database' | 'clock'>,
  places: readonly OrganisationId[],
): Promise<Present> {
  const active = await activeAt(app, [...new Set(places)], app.clock.now());
  return (place, members, wanted) => {
    const here = active.filter((one) => one.organisationId === place && one.reportId === null);
    const held = heldToday(here, (id, { role }) =>
      members.some((member) => member.id === id && member.role === role),
    );
    return receiversInRoles(held, wanted);
  };
}
