import { auditCtes } from '../../audit/event.ts';
import type { OrganisationId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { replanWrites } from '../../reminders/ladder/plan-statements.ts';
import type { PlannedRung } from '../../reminders/ladder/planned.ts';
import { type ServiceKind, subjectOf, TABLE } from '../kinds.ts';

/** One step as it goes on record. */
export interface StepToWrite {
  readonly id: string;
  readonly kind: ServiceKind;
  readonly providerId: OrganisationId;
  readonly event: string;
  readonly from: string | null;
  readonly to: string;
  /** What the step found; the case carries one more after it. */
  readonly stateSeq: number;
  /** A principal, or `clock`. */
  readonly actor: string;
  readonly onBehalfOf: string | null;
  /** The organisation that the actor acted for; null for the clock. */
  readonly org: string | null;
  readonly requestId: string | null;
  readonly at: Date;
  /** Shown to the parties and staff: never a figure that is confidential. */
  readonly note: Readonly<Record<string, unknown>>;
  /** The reminders from now on; null leaves them. */
  readonly rungs: readonly PlannedRung[] | null;
}

export interface Clock {
  readonly stateSince: Date;
  readonly slaMinutes: number | null;
  readonly deadlineAt: Date | null;
  readonly wakeAt: Date | null;
}

/** Beside the columns that every kind has, those of its own that the step sets. */
export type OwnColumns = Readonly<Record<string, Prisma.Sql>>;

/** One statement; it writes all of it or, with the conflict `stale`, nothing. */
export const updateStatement = (step: StepToWrite, clock: Clock, own: OwnColumns): Prisma.Sql =>
  statement(
    step,
    Prisma.sql`UPDATE ${table(step)} SET ${assignments({ ...shared(step, clock), ...own })}
      WHERE id = ${step.id} AND state_seq = ${step.stateSeq}::int RETURNING ${subjectOf(step)}::text AS id`,
  );

export const insertStatement = (step: StepToWrite, clock: Clock, own: OwnColumns): Prisma.Sql => {
  const columns = {
    id: Prisma.sql`${step.id}`,
    provider_id: Prisma.sql`${step.providerId}`,
    opened_by: Prisma.sql`${step.actor}`,
    opened_at: Prisma.sql`${step.at}::timestamptz`,
    ...shared(step, clock),
    ...own,
  };
  return statement(
    step,
    Prisma.sql`INSERT INTO ${table(step)} (${Prisma.raw(Object.keys(columns).join(', '))})
      VALUES (${Prisma.join(Object.values(columns))}) RETURNING ${subjectOf(step)}::text AS id`,
  );
};

const table = ({ kind }: StepToWrite): Prisma.Sql => Prisma.raw(TABLE[kind]);

const shared = (step: StepToWrite, clock: Clock): OwnColumns => ({
  state: Prisma.sql`${step.to}`,
  state_seq: Prisma.sql`${step.stateSeq + 1}::int`,
  state_since: Prisma.sql`${clock.stateSince}::timestamptz`,
  sla_minutes: Prisma.sql`${clock.slaMinutes}::int`,
  deadline_at: Prisma.sql`${clock.deadlineAt}::timestamptz`,
  wake_at: Prisma.sql`${clock.wakeAt}::timestamptz`,
});

const assignments = (columns: OwnColumns): Prisma.Sql =>
  Prisma.join(Object.entries(columns).map(([name, value]) => Prisma.sql`${Prisma.raw(name)} = ${value}`));

function statement(step: StepToWrite, changed: Prisma.Sql): Prisma.Sql {
  const { stateSeq, rungs } = step;
  const planned = rungs === null ? [] : replanWrites({ stateSeq: stateSeq + 1, rungs });
  const ctes = [historyRow(step), ...planned].map(
    (body, index) => Prisma.sql`${Prisma.raw(`row_${index}`)} AS (${body})`,
  );
  return Prisma.sql`
    WITH changed AS (${changed}), ${Prisma.join(ctes)}, ${auditCtes(entryOf(step), { guard: 'changed' })}
    SELECT expect_rows((SELECT count(*) FROM changed), 1, 'stale')`;
}

const historyRow = (step: StepToWrite): Prisma.Sql => Prisma.sql`
  INSERT INTO service_step (case_id, state_seq, event, from_state, to_state, actor, on_behalf_of, at, note)
  SELECT ${step.id}, ${step.stateSeq}::int, ${step.event}, ${step.from}::text, ${step.to}, ${step.actor},
    ${step.onBehalfOf}::text, ${step.at}::timestamptz, ${JSON.stringify(step.note)}::jsonb
  FROM changed`;

/** On the chain of the provider, as everything that is about it alone. */
const entryOf = ({ id, kind, providerId, event, from, to, ...step }: StepToWrite) => ({
  objectType: 'provider' as const,
  objectId: providerId,
  actor: step.actor,
  onBehalfOf: step.onBehalfOf,
  org: step.org,
  action: `service.${event}`,
  requestId: step.requestId,
  at: step.at,
  data: { id, kind, from, to, ...step.note },
});
