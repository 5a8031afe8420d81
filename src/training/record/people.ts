import type { App } from '../../app.ts';
import type { Receiver } from '../../delivery/receiver.ts';
import type { OrganisationId, Role } from '../../people/principal.ts';

type PersonReceiver = Extract<Receiver, { kind: 'person' }>;

/** Everybody who holds the role there, the longest first. */
export async function holdersOf(
  { database }: Pick<App, 'database'>,
  role: Role,
  organisationId: OrganisationId,
): Promise<readonly PersonReceiver[]> {
  const rows = await database.prisma.membership.findMany({
    where: { role, organisationId },
    orderBy: [{ since: 'asc' }, { principalId: 'asc' }],
    select: { principalId: true },
  });
  return rows.map(({ principalId }) => ({ kind: 'person', principalId }));
}
