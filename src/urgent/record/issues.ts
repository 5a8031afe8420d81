import type { App } from '../../app.ts';
import type { OrganisationId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { UrgentIssue } from '../issue.ts';

type Reads = Pick<App, 'database'>;

/** An issue as people are shown it. */
export interface NamedIssue extends UrgentIssue {
  readonly storeName: string;
  readonly providerName: string;
  readonly reporterName: string;
  readonly acknowledgerName: string | null;
  /** The provider's contact outside the chat, for the pair alone. */
  readonly outOfChat: string;
}

const COLUMNS = Prisma.sql`
  u.id, u.report_id AS "reportId", u.store_id AS "storeId", u.provider_id AS "providerId", u.text, u.since,
  u.reported_by AS "reportedBy", u.side, u.reported_at AS "reportedAt", u.due_at AS "dueAt", u.contacts,
  u.acknowledged_by AS "acknowledgedBy", u.acknowledged_at AS "acknowledgedAt"`;

const NAMED = Prisma.sql`
  SELECT ${COLUMNS}, s.name AS "storeName", p.name AS "providerName", b.display_name AS "reporterName",
    a.display_name AS "acknowledgerName", coalesce(v.fields #>> '{contactProvider,outOfChat}', '') AS "outOfChat"
  FROM urgent_issue u JOIN organisation s ON s.id = u.store_id JOIN organisation p ON p.id = u.provider_id
    JOIN principal b ON b.id = u.reported_by LEFT JOIN principal a ON a.id = u.acknowledged_by
    JOIN report r ON r.id = u.report_id LEFT JOIN revision v ON v.report_id = r.id AND v.number = r.revision`;

export async function issueNamed({ database }: Reads, id: string): Promise<NamedIssue | null> {
  const [found] = await database.query<NamedIssue>(Prisma.sql`${NAMED} WHERE u.id = ${id}`);
  return found ?? null;
}

const MOST_SHOWN = 5;

/** What still waits for these providers, the most urgent first. */
export async function openIssuesOf(
  { database }: Reads,
  providers: readonly OrganisationId[],
): Promise<readonly NamedIssue[]> {
  if (providers.length === 0) return [];
  return database.query<NamedIssue>(Prisma.sql`
    ${NAMED} WHERE u.provider_id IN (${Prisma.join([...providers])}) AND u.acknowledged_at IS NULL
    ORDER BY u.due_at, u.id LIMIT ${MOST_SHOWN}`);
}

/** Issues that nobody has acknowledged and whose cooperation still stands. */
export function stillOpen({ database }: Reads, ids: readonly string[]): Promise<UrgentIssue[]> {
  return database.query<UrgentIssue>(Prisma.sql`
    SELECT ${COLUMNS} FROM urgent_issue u JOIN report r ON r.id = u.report_id
    WHERE u.id IN (${Prisma.join([...ids])}) AND u.acknowledged_at IS NULL AND r.state IN ('ACTIVE', 'NOTICE')`);
}
