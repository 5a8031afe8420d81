import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { IsoDate } from '../../reports/report.ts';
import { SHORT_UNDER_A_COOPERATION } from './plan-standings.ts';
import { dateOf, topUpUntil } from './standing-rungs.ts';

/** The last day for a provider to top up its deposit; null where it is not short under any cooperation. */
export async function depositCure(
  { database }: Pick<App, 'database'>,
  providerId: string,
): Promise<IsoDate | null> {
  const [row] = await database.query<{ since: number | null }>(Prisma.sql`
    SELECT (SELECT max(m.state_seq) FROM reminder m WHERE m.object = p.id AND m.rung LIKE 'deposit-%') AS since
    FROM provider p WHERE p.id = ${providerId} AND ${SHORT_UNDER_A_COOPERATION}`);
  return row?.since ? topUpUntil(dateOf(row.since)) : null;
}
