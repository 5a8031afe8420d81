import { Prisma } from '../../platform/database/generated/client.ts';
import type { Change, ChangeRecord } from '../lifecycle/change.ts';
import { json } from './report-columns.ts';

/** What the rows of a change need beside the change itself. */
export interface RecordSources {
  /** Typed fields and canonical text of the revision that is being frozen. */
  readonly frozen: { readonly fields: object; readonly canonical: string } | null;
  /** The chosen service items as they read now (T2). */
  readonly items: readonly object[];
  /** Where it was clicked: `slack`, `discord`. */
  readonly channel: string;
  /** Business minutes that the staff clock used, pauses left out; null where no staff clock ran. */
  readonly slaUsedMinutes: number | null;
  readonly newId: () => string;
}

type RecordOf<R extends ChangeRecord['record']> = Extract<ChangeRecord, { record: R }>;

/**
 * The bodies of the CTEs that write a change's rows, in order. Each stands beside the compare-and-set in one statement
 * and writes only if that met its row (`changed`).
 */
export function recordWrites(change: Change, sources: RecordSources): readonly Prisma.Sql[] {
  return change.records.flatMap((record) => rowOf(record, change, sources));
}

function rowOf(record: ChangeRecord, change: Change, sources: RecordSources): readonly Prisma.Sql[] {
  switch (record.record) {
    case 'REVISION':
      return [revision(record, change, sources)];
    case 'CONFIRMATION':
      return [confirmation(record, sources)];
    case 'CONFIRMATIONS_VOID':
      return [voided(record)];
    case 'DECISION':
      return [decision(record, change, sources)];
    case 'COMMENTS':
      return [comments(record, change, sources)];
    case 'RULES':
    case 'ITEM_SNAPSHOT':
      // Columns of the report itself: see recordAssignments.
      return [];
  }
}

function revision(record: RecordOf<'REVISION'>, { next }: Change, { frozen }: RecordSources): Prisma.Sql {
  if (!frozen)
    throw new Error(`Revision ${record.revision} of ${next.id} has no fields to freeze: load its draft.`);
  return Prisma.sql`
    INSERT INTO revision (report_id, number, hash, canonical, fields, editors, submitted_by, submitted_at)
    SELECT id, ${record.revision}::int, ${record.hash}, ${frozen.canonical}, ${json(frozen.fields)},
      ${[...record.editors]}::text[], ${record.actor}, ${record.at}::timestamptz FROM changed`;
}

const confirmation = (record: RecordOf<'CONFIRMATION'>, { channel }: RecordSources): Prisma.Sql => Prisma.sql`
  INSERT INTO confirmation (report_id, revision, hash, principal_id, on_behalf_of, typed_name, channel, na_ticks, at)
  SELECT id, ${record.revision}::int, ${record.hash}, ${record.actor}, ${record.onBehalfOf[0] ?? null}::text,
    ${record.typedName}, ${channel}, ${[...record.naTicks]}::text[], ${record.at}::timestamptz FROM changed`;

const voided = (record: RecordOf<'CONFIRMATIONS_VOID'>): Prisma.Sql => Prisma.sql`
  UPDATE confirmation SET voided_at = ${record.at}::timestamptz FROM changed
  WHERE report_id = changed.id AND revision <= ${record.upToRevision} AND voided_at IS NULL`;

function decision(
  record: RecordOf<'DECISION'>,
  { next }: Change,
  { slaUsedMinutes }: RecordSources,
): Prisma.Sql {
  const [first, second] =
    record.firstActor === null ? [record.actor, null] : [record.firstActor, record.actor];
  return Prisma.sql`
    INSERT INTO decision (report_id, state_seq, revision, hash, actor, second_actor, on_behalf_of, verdict, rule_ids,
      reason, sla_used_minutes, at)
    SELECT id, ${next.stateSeq - 1}::int, ${record.revision}::int, ${record.hash ?? ''}, ${first}, ${second}::text,
      ${record.onBehalfOf[0] ?? null}::text, ${record.verdict}, ${[...record.ruleIds]}::text[], ${record.reason}::text, ${slaUsedMinutes}::int,
      ${record.at}::timestamptz FROM changed`;
}

function comments(record: RecordOf<'COMMENTS'>, { next }: Change, { newId }: RecordSources): Prisma.Sql {
  const rows = record.comments.map(({ field, text }) => ({ id: newId(), field: field || null, text }));
  return Prisma.sql`
    INSERT INTO report_comment (id, report_id, revision, state_seq, kind, field, text, author, on_behalf_of, at)
    SELECT line.id, changed.id, ${record.revision}::int, ${next.stateSeq - 1}::int, ${record.kind}, line.field,
      line.text, ${record.actor}, ${record.onBehalfOf[0] ?? null}::text, ${record.at}::timestamptz
    FROM changed, jsonb_to_recordset(${json(rows)}) AS line(id text, field text, text text)`;
}

/** Assignments that belong into the report's own UPDATE: PostgreSQL does not let two CTEs write one row. */
export function recordAssignments(change: Change, { items }: RecordSources): Prisma.Sql {
  const assignments = change.records.flatMap((record) => {
    if (record.record === 'RULES') return [Prisma.sql`, rules = ${json(record.rules)}`];
    if (record.record === 'ITEM_SNAPSHOT') return [Prisma.sql`, item_snapshot = ${json(items)}`];
    return [];
  });
  return assignments.length === 0 ? Prisma.empty : Prisma.join(assignments, ' ');
}
