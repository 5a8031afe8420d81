import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { SERVICE_KINDS, type ServiceKind, TABLE } from '../kinds.ts';

export interface ServiceDigestLine {
  readonly id: string;
  readonly kind: ServiceKind;
  readonly state: string;
  readonly stateSeq: number;
  readonly providerName: string;
  readonly deadlineAt: Date;
}

/** The cases that a morning's digest carries and that still wait as they did when it was put together, most urgent first. */
export function serviceDigestLines(
  { database }: Pick<App, 'database'>,
  subject: string,
): Promise<ServiceDigestLine[]> {
  const each = SERVICE_KINDS.map(
    (kind) => Prisma.sql`
      SELECT c.id, ${kind}::text AS kind, c.state, c.state_seq AS "stateSeq", c.provider_id,
        c.deadline_at AS "deadlineAt"
      FROM carried JOIN ${Prisma.raw(TABLE[kind])} c ON c.id = carried.id
      WHERE c.deadline_at IS NOT NULL AND c.state_since <= carried.due_at`,
  );
  return database.query<ServiceDigestLine>(Prisma.sql`
    WITH carried AS (
      SELECT split_part(m.object, ':', 3) AS id, max(m.due_at) AS due_at
      FROM delivery d JOIN reminder m ON m.delivery = d.key
      WHERE d.subject = ${subject} AND m.object LIKE 'service:%' GROUP BY 1)
    SELECT c.id, c.kind, c.state, c."stateSeq", o.name AS "providerName", c."deadlineAt"
    FROM (${Prisma.join(each, ' UNION ALL ')}) c JOIN organisation o ON o.id = c.provider_id
    ORDER BY c."deadlineAt", c.id`);
}
