import { Prisma } from '../../platform/database/generated/client.ts';
import { addDays } from '../periods.ts';
import { type IsoDate, type Report, SERVICE_SCOPES, TERMINAL_STATES } from '../report.ts';

/** Names the primary operator among the scopes: one a store and day (G4). */
const PRIMARY = 'PRIMARY';

/** From the request to the end; a draft holds nothing yet. */
const occupies = ({ state }: Report): boolean => state !== 'DRAFT' && !TERMINAL_STATES.includes(state);

/** The days that a case holds for its store: `until` is the first day that is free again. */
interface Held {
  readonly from: IsoDate;
  readonly until: IsoDate;
}

function held(report: Report): Held | null {
  if (!occupies(report)) return null;
  const from = report.request.reportingStart;
  const ends = [addDays(report.reportingEnd, 1), report.notice?.effectiveOn ?? null];
  const [earliest = from] = ends.filter((day) => day !== null).toSorted();
  // A cooperation that ends before it began holds no day: an empty range.
  if (earliest <= from) return { from, until: from };
  return { from, until: earliest };
}

/** FULL is every scope, so that it meets each single one. */
function occupiedScopes({ request }: Report): readonly string[] {
  const scopes = request.serviceScope.includes('FULL')
    ? SERVICE_SCOPES.filter((scope) => scope !== 'FULL')
    : request.serviceScope;
  return request.primaryOperator ? [...scopes, PRIMARY] : scopes;
}

/**
 * Keeps the store's calendar of who holds what in step with the case. The exclusion constraint on it refuses the second
 * of two requests that race past the guard. CTE bodies; empty when nothing changed.
 */
export function occupancyWrites(before: Report | null, after: Report): readonly Prisma.Sql[] {
  const [was, is] = [before && held(before), held(after)];
  if (was?.from === is?.from && was?.until === is?.until) return [];
  if (!is) return [Prisma.sql`DELETE FROM occupancy USING changed WHERE report_id = changed.id`];
  if (!was) return [taken(after, is)];
  return [Prisma.sql`UPDATE occupancy SET period = ${range(is)} FROM changed WHERE report_id = changed.id`];
}

const taken = (report: Report, period: Held): Prisma.Sql => Prisma.sql`
  INSERT INTO occupancy (report_id, scope, store_id, period)
  SELECT changed.id, scope, ${report.storeId}, ${range(period)}
  FROM changed, unnest(${[...occupiedScopes(report)]}::text[]) AS scope`;

const range = ({ from, until }: Held): Prisma.Sql =>
  Prisma.sql`daterange(${from}::date, ${until}::date, '[)')`;
