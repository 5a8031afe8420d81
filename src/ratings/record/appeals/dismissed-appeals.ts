import type { App } from '../../../app.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import type { Quarter } from '../../cycle/quarter.ts';

/** Appeals of this cycle that were dismissed and can still be taken further. */
export async function dismissedAppeals(
  { database }: Pick<App, 'database'>,
  providerId: OrganisationId,
  quarter: Quarter,
): Promise<readonly string[]> {
  const found = await database.prisma.ratingAppeal.findMany({
    where: { providerId, quarter, kind: 'APPEAL', state: 'DISMISSED', escalated: false },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return found.map(({ id }) => id);
}
