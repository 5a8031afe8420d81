import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { FROM, LINE, type Page, type ReportLine } from './listing.ts';

export const QUEUE_PARTS = ['all', 'unclaimed', 'mine', 'late'] as const;
export type QueuePart = (typeof QUEUE_PARTS)[number];

export interface QueueQuery {
  readonly part: QueuePart;
  readonly me: string;
  readonly now: Date;
}

export interface QueueLine extends ReportLine {
  /** Of whoever has taken it. */
  readonly reviewerName: string | null;
}

/** What staff have to decide, the longest waiting first. */
export function reviewQueue(
  app: Pick<App, 'database'>,
  query: QueueQuery,
  { limit, offset }: Page,
): Promise<QueueLine[]> {
  return app.database.query<QueueLine>(Prisma.sql`
    SELECT ${LINE}, (SELECT display_name FROM principal WHERE id = r.assigned_to) AS "reviewerName" ${FROM}
    WHERE r.state = 'STAFF_REVIEW' AND ${condition(query)}
    ORDER BY r.deadline_at ASC NULLS LAST, r.id LIMIT ${limit} OFFSET ${offset}`);
}

/** How many cases each part holds. */
export async function queueCounts(
  app: Pick<App, 'database'>,
  query: Omit<QueueQuery, 'part'>,
): Promise<Readonly<Record<QueuePart, number>>> {
  const counts = QUEUE_PARTS.map(
    (part) =>
      Prisma.sql`count(*) FILTER (WHERE ${condition({ ...query, part })})::int AS ${Prisma.raw(part)}`,
  );
  const [row] = await app.database.query<Record<QueuePart, number>>(
    Prisma.sql`SELECT ${Prisma.join(counts)} FROM report r WHERE r.state = 'STAFF_REVIEW'`,
  );
  return row ?? { all: 0, unclaimed: 0, mine: 0, late: 0 };
}

function condition({ part, me, now }: QueueQuery): Prisma.Sql {
  switch (part) {
    case 'all':
      return Prisma.sql`true`;
    case 'unclaimed':
      return Prisma.sql`r.assigned_to IS NULL`;
    case 'mine':
      return Prisma.sql`r.assigned_to = ${me}`;
    case 'late':
      return Prisma.sql`r.deadline_at < ${now}::timestamptz`;
  }
}
