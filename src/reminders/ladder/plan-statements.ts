import { Prisma } from '../../platform/database/generated/client.ts';
import type { PlannedRung } from './planned.ts';

/** Before a rung is due it is planned for whoever it may concern by then. */
export const ANYBODY = '*';

interface Plan {
  readonly stateSeq: number;
  readonly rungs: readonly PlannedRung[];
}

/**
 * Bodies of CTEs beside a change that met its row (`changed`, which returns `id`): what was planned for the wait that is over
 * is dropped, and the new wait's rungs are planned.
 */
export function replanWrites({ stateSeq, rungs }: Plan): readonly Prisma.Sql[] {
  return [
    Prisma.sql`DELETE FROM reminder USING changed WHERE object = changed.id AND settled_at IS NULL`,
    ...(rungs.length === 0 ? [] : [planned({ stateSeq, rungs })]),
  ];
}

/** Rungs about a date, each under that date as its number; planning one again changes nothing. */
export function plannedStatement(
  rows: readonly (PlannedRung & { readonly object: string; readonly stateSeq: number })[],
) {
  const values = rows.map(({ object, stateSeq, rung, dueAt }) => ({
    object,
    state_seq: stateSeq,
    rung,
    due_at: dueAt,
  }));
  return Prisma.sql`
    INSERT INTO reminder (object, state_seq, rung, receiver, due_at)
    SELECT object, state_seq, rung, ${ANYBODY}, due_at
    FROM jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
      AS planned(object text, state_seq int, rung text, due_at timestamptz)
    ON CONFLICT DO NOTHING`;
}

function planned({ stateSeq, rungs }: Plan): Prisma.Sql {
  const values = rungs.map(({ rung, dueAt }) => ({ rung, due_at: dueAt }));
  return Prisma.sql`
    INSERT INTO reminder (object, state_seq, rung, receiver, due_at)
    SELECT id, ${stateSeq}::int, planned.rung, ${ANYBODY}, planned.due_at
    FROM changed, jsonb_to_recordset(${JSON.stringify(values)}::jsonb) AS planned(rung text, due_at timestamptz)
    ON CONFLICT DO NOTHING`;
}
