import { auditCtes } from '../../../audit/event.ts';
import { handled } from '../../../chat/requests/handled.ts';
import type { PrincipalId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { replanWrites } from '../../../reminders/ladder/plan-statements.ts';
import type { PlannedRung } from '../../../reminders/ladder/planned.ts';
import { isEnded, type OpportunityState } from '../../lifecycle/states.ts';
import type { OpportunityEvent } from '../../lifecycle/table.ts';
import type { Opportunity } from '../../need/opportunity.ts';

/** The code of the `Conflict` when an opportunity is no longer as it was read. */
export const STALE = 'opportunity-stale';

export interface StateChange {
  readonly before: Opportunity;
  readonly event: OpportunityEvent;
  readonly to: OpportunityState;
  /** A principal, or `clock`. */
  readonly by: PrincipalId;
  readonly at: Date;
  /** Further columns, as `column = value`. */
  readonly set?: readonly Prisma.Sql[];
  /** Reminders from here on; without them, those that are planned stay. */
  readonly reminders?: { readonly stateSeq: number; readonly rungs: readonly PlannedRung[] };
  readonly requestId: string | null;
  /** Kept readable; a confidential brand is never named in it. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** One statement: the compare-and-set, its audit event, and what is planned. Aborts with {@link STALE}. */
export function changeStatement(change: StateChange): Prisma.Sql {
  const { before, to, by, at, set = [], reminders } = change;
  const ended = isEnded(to);
  const columns = [
    Prisma.sql`state = ${to}, state_seq = ${before.stateSeq + 1}::int, changed_by = ${by}, changed_at = ${at}::timestamptz`,
    ...(ended ? [Prisma.sql`wake_at = NULL`] : []),
    ...set,
  ];
  const plan = reminders ?? (ended ? { stateSeq: 0, rungs: [] } : null);
  const planned = (plan === null ? [] : replanWrites(plan)).map(
    (body, index) => Prisma.sql`${Prisma.raw(`plan_${index}`)} AS (${body}),`,
  );
  return Prisma.sql`
    WITH changed AS (
      UPDATE opportunity SET ${Prisma.join(columns)}
      WHERE id = ${before.id} AND state = ${before.state} AND state_seq = ${before.stateSeq}::int RETURNING id),
    ${planned.length === 0 ? Prisma.empty : Prisma.join(planned, ' ')}
    ${audited(change)}
    SELECT expect_rows((SELECT count(*) FROM changed), 1, ${STALE})`;
}

const audited = ({ before, event, to, by, at, requestId, data = {} }: StateChange): Prisma.Sql =>
  auditCtes(
    {
      objectType: 'opportunity',
      objectId: before.id,
      actor: by,
      action: `opportunity.${event}`,
      requestId,
      at,
      data: { from: before.state, to, ...data },
    },
    { guard: 'changed' },
  );

/** Places are bids while the opportunity is open. Whoever had time left to answer owes no answer any more. */
export const closePlaces = ({ id, dueAt }: Opportunity, at: Date): Prisma.Sql => Prisma.sql`
  UPDATE opportunity_place SET open = false,
    answer = CASE WHEN answer = 'INVITED' AND ${at < dueAt} THEN 'RELEASED' ELSE answer END
  WHERE opportunity_id = ${id}`;

/** What the clock does was asked by nobody. */
export const doneFor = (requestId: string | null, at: Date): readonly Prisma.Sql[] =>
  requestId === null ? [] : [handled(requestId, at)];
