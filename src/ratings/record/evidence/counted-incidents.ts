import type { App } from '../../../app.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { startOfDate } from '../../../reports/periods.ts';
import { endOf, PROGRAMME_ZONE, type Quarter, startOf } from '../../cycle/quarter.ts';

/** Ids of what was upheld in the quarter: what the deductions of its rating stand for, and what can be appealed. */
export async function countedIncidents(
  { database }: Pick<App, 'database'>,
  providerId: OrganisationId,
  quarter: Quarter,
): Promise<readonly string[]> {
  const found = await database.prisma.incident.findMany({
    where: {
      providerId,
      verdict: 'UPHELD',
      decidedAt: {
        gte: startOfDate(startOf(quarter), PROGRAMME_ZONE),
        lt: startOfDate(endOf(quarter), PROGRAMME_ZONE),
      },
    },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return found.map(({ id }) => id);
}
