import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { Quarter } from '../../cycle/quarter.ts';

export interface AppealStatistics {
  readonly quarter: Quarter;
  readonly opened: number;
  readonly upheld: number;
  readonly dismissed: number;
  readonly open: number;
  /** From opening to the answer; null where none was answered. */
  readonly medianDays: number | null;
}

const QUARTERS = 4;

/** Objections and appeals of the latest published quarters, the newest first; quarters without any are left out. */
export const appealStatistics = ({ database }: Pick<App, 'database'>): Promise<readonly AppealStatistics[]> =>
  database.query<AppealStatistics>(Prisma.sql`
    SELECT c.quarter, count(*)::int AS opened, count(*) FILTER (WHERE a.state = 'UPHELD')::int AS upheld,
      count(*) FILTER (WHERE a.state = 'DISMISSED')::int AS dismissed,
      count(*) FILTER (WHERE a.state IN ('OPEN', 'ESCALATED'))::int AS open,
      ceil(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM a.decided_at - a.opened_at) / 86400)
        FILTER (WHERE a.state IN ('UPHELD', 'DISMISSED')))::int AS "medianDays"
    FROM (SELECT quarter FROM rating_cycle WHERE published_at IS NOT NULL ORDER BY quarter DESC LIMIT ${QUARTERS}::int) c
    JOIN rating_appeal a ON a.quarter = c.quarter
    GROUP BY c.quarter ORDER BY c.quarter DESC`);
