import { Prisma } from '../../platform/database/generated/client.ts';
import type { PlannedRung } from './planned.ts';

/** Before a rung is due it is planned for whoever it may concern by then. */
export const ANYBODY = '*';

export interface Plan {
  readonly object: string;
  readonly stateSeq: number;
  readonly rungs: readonly PlannedRung[];
}

/**
 * Bodies of CTEs beside a change that met its row (`changed`, which returns `id`): what was planned for the wait that is over
 * is dropped, and the new wait's rungs are planned.
 */
export function replanWrites({ stateSeq, rungs }: Omit<Plan, 'object'>): readonly Prisma.Sql[] {
  return [
    Prisma.sql`DELETE FROM reminder USING changed WHERE object = changed.id AND settled_at IS NULL`,
    ...(rungs.length === 0 ? [] : [plannedFrom(Prisma.sql`changed`, { stateSeq, rungs })]),
  ];
}

/** The same as statements of their own, for an object that is no report. */
export function replanStatements({ object, stateSeq, rungs }: Plan): readonly Prisma.Sql[] {
  const one = Prisma.sql`(SELECT ${object} AS id) one`;
  return [
    Prisma.sql`DELETE FROM reminder WHERE object = ${object} AND settled_at IS NULL`,
    ...(rungs.length === 0 ? [] : [plannedFrom(one, { stateSeq, rungs })]),
  ];
}

function plannedFrom(from: Prisma.Sql, { stateSeq, rungs }: Omit<Plan, 'object'>): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO reminder (object, state_seq, rung, receiver, due_at)
    SELECT id, ${stateSeq}::int, planned.rung, ${ANYBODY}, planned.due_at
    FROM ${from}, jsonb_to_recordset(${JSON.stringify(rungs.map(({ rung, dueAt }) => ({ rung, due_at: dueAt })))}::jsonb)
      AS planned(rung text, due_at timestamptz)
    ON CONFLICT DO NOTHING`;
}
