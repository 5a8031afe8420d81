import { auditCtes } from '../../audit/event.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { replanWrites } from '../../reminders/ladder/plan-statements.ts';
import type { PlannedRung } from '../../reminders/ladder/planned.ts';
import { handoverWrites } from '../handover/handover-record.ts';
import type { Change } from '../lifecycle/change.ts';
import type { Report } from '../report.ts';
import { occupancyWrites } from './occupancy.ts';
import { changedColumns, json } from './report-columns.ts';
import { type RecordSources, recordAssignments, recordWrites } from './write-records.ts';

export interface ChangeToWrite {
  readonly before: Report;
  readonly change: Change;
  /** The report after the clock instruction was carried out. */
  readonly next: Report;
  readonly wakeAt: Date | null;
  /** What the state that ends has taken of its party's business time; null where it was nobody's turn. */
  readonly ownMinutes: number | null;
  readonly actor: string;
  /** For whom, nearest first. */
  readonly onBehalfOf: readonly string[];
  /** The organisation that the actor acted for; null for staff and the clock. */
  readonly org: string | null;
  readonly requestId: string | null;
  readonly at: Date;
  readonly sources: RecordSources;
  /** What the reminders of the case are from now on; null leaves them. */
  readonly rungs: readonly PlannedRung[] | null;
}

/**
 * One statement: the compare-and-set on `state_seq`, the history row, everything that the change records, who holds
 * what when, the reminders of the new state, and the audit event. It writes all of it or, with the conflict `stale`, nothing.
 */
export function changeStatement(write: ChangeToWrite): Prisma.Sql {
  const { before, next, change, sources } = write;
  const rows = [
    historyRow(write),
    ...recordWrites(change, sources),
    ...occupancyWrites(before, next),
    ...handoverWrites(change, write.at),
    ...(write.rungs === null ? [] : replanWrites({ stateSeq: next.stateSeq, rungs: write.rungs })),
  ];
  const ctes = rows.map((body, index) => Prisma.sql`${Prisma.raw(`row_${index}`)} AS (${body})`);
  return Prisma.sql`
    WITH changed AS (
      UPDATE report SET ${changedColumns(next, write.wakeAt)}${recordAssignments(change, sources)}
      WHERE id = ${before.id} AND state_seq = ${before.stateSeq} RETURNING id),
    ${Prisma.join(ctes)},
    ${auditCtes(auditEntry(write), { guard: 'changed' })}
    SELECT expect_rows((SELECT count(*) FROM changed), 1, 'stale')`;
}

function historyRow({ before, next, change, actor, onBehalfOf, at, ownMinutes }: ChangeToWrite): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO transition (report_id, state_seq, rule, from_state, to_state, actor, on_behalf_of, at, data,
      own_minutes)
    SELECT id, ${before.stateSeq}::int, ${change.transition}, ${change.from}::text, ${next.state}, ${actor},
      ${onBehalfOf[0] ?? null}::text, ${at}::timestamptz, ${json(historyData(change))}, ${ownMinutes}::int
    FROM changed`;
}

function auditEntry({ before, next, change, actor, onBehalfOf, org, requestId, at }: ChangeToWrite) {
  return {
    objectType: 'report' as const,
    objectId: before.id,
    actor,
    onBehalfOf: onBehalfOf[0],
    org,
    action: `report.${change.transition}`,
    before,
    after: next,
    requestId,
    at,
    data: {
      from: change.from,
      to: next.state,
      revision: next.revision,
      hash: next.revisionHash,
      ...change.data,
      // The column holds the nearest; a longer chain is told whole.
      ...(onBehalfOf.length > 1 ? { onBehalfOf } : {}),
    },
  };
}

const historyData = ({ data, followUps }: Change) => (followUps.length === 0 ? data : { ...data, followUps });
