import type { App } from '../../app.ts';
import type { PrincipalId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { Report } from '../report.ts';

/** A review that took twice its time and was therefore given to somebody else (domain-rules §12). */
export interface Reassigned {
  /** Null: nobody had taken it. */
  readonly from: PrincipalId | null;
  readonly to: PrincipalId;
}

/** The last one of the present review, as long as it is still with whoever it was given to. */
export async function reassignedIn(
  { database }: Pick<App, 'database'>,
  { id, state, stateSince, assignedTo }: Report,
): Promise<Reassigned | null> {
  if (state !== 'STAFF_REVIEW' || assignedTo === null) return null;
  const [step] = await database.query<Reassigned>(Prisma.sql`
    SELECT data ->> 'from' AS "from", data ->> 'to' AS "to" FROM transition
    WHERE report_id = ${id} AND rule = 'assigned' AND actor = 'clock' AND at >= ${stateSince}
    ORDER BY state_seq DESC LIMIT 1`);
  return step?.to === assignedTo ? step : null;
}
