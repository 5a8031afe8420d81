import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { caseIdOf, kindOf, SERVICE_KINDS, type ServiceKind, TABLE } from '../kinds.ts';
import type { Asker } from './case.ts';

/** A case as its reminders see it. */
export interface WaitingRow extends Pick<Asker, 'country' | 'timeZone'> {
  readonly id: string;
  readonly kind: ServiceKind;
  readonly providerId: string;
  readonly state: string;
  readonly stateSeq: number;
  readonly deadlineAt: Date | null;
  readonly assignedTo: string | null;
}

/** Many cases in one statement, by the subjects under which they are reminded of. */
export async function waitingServices(
  { database }: Pick<App, 'database'>,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, WaitingRow>> {
  const ids = subjects.map(caseIdOf);
  const each = SERVICE_KINDS.map(
    (kind) => Prisma.sql`
      SELECT c.id, ${kind}::text AS kind, c.provider_id, c.state, c.state_seq, c.deadline_at, c.assigned_to
      FROM ${Prisma.raw(TABLE[kind])} c WHERE c.id = ANY(${ids.filter((id) => kindOf(id) === kind)}::text[])`,
  );
  const rows = await database.query<WaitingRow>(Prisma.sql`
    SELECT c.id, c.kind, c.provider_id AS "providerId", c.state, c.state_seq AS "stateSeq",
      c.deadline_at AS "deadlineAt", c.assigned_to AS "assignedTo", o.country, o.time_zone AS "timeZone"
    FROM (${Prisma.join(each, ' UNION ALL ')}) c JOIN organisation o ON o.id = c.provider_id`);
  return new Map(rows.map((row) => [row.id, row]));
}
