import type { App } from '../../../app.ts';
import { auditCtes } from '../../../audit/event.ts';
import { owe } from '../../../delivery/owe.ts';
import type { Receiver } from '../../../delivery/receiver.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { ok, type Result, refuse } from '../../../result.ts';
import type { PlanState } from '../../plans/lifecycle.ts';
import type { Plan } from '../../record/plans/plans.ts';
import { planSubject } from '../../subjects.ts';

export const PLAN_VIEW = 'training-plan';

export interface PlanChange {
  readonly plan: Plan;
  readonly to: PlanState;
  /** A principal, or `clock`. */
  readonly by: string;
  /** For whom they acted. */
  readonly org: string | null;
  readonly action: string;
  readonly requestId: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
  /** Further columns, each `column = value`. */
  readonly set?: readonly Prisma.Sql[];
  /** Written in the same transaction. */
  readonly beside?: readonly Prisma.Sql[];
  readonly tell?: readonly Receiver[];
}

const STALE = 'plan-changed';

/**
 * The one way in which a plan moves on: compared with its `state_seq`, with the audit event, whoever is told, and its cards
 * redrawn. Refuses `training.plan-changed` to whoever comes second.
 */
export async function changePlan(
  app: Pick<App, 'database' | 'queue' | 'clock'>,
  change: PlanChange,
): Promise<Result<PlanState>> {
  const { plan, to, beside = [], tell = [] } = change;
  const at = app.clock.now();
  const subject = planSubject(plan);
  const message = { view: PLAN_VIEW, subject, stateSeq: plan.stateSeq + 1, rule: change.action };
  try {
    await app.database.change([
      moved(change, at),
      ...beside,
      ...owe(
        app.queue,
        { messages: tell.map((receiver) => ({ ...message, receiver })), redraw: [subject] },
        at,
      ),
    ]);
  } catch (error) {
    if (error instanceof Conflict && error.code === STALE) return refuse('training.plan-changed');
    throw error;
  }
  return ok(to);
}

function moved({ plan, to, by, org, action, requestId, data = {}, set = [] }: PlanChange, at: Date) {
  const audit = auditCtes(
    {
      objectType: 'provider',
      objectId: plan.providerId,
      actor: by,
      org,
      action,
      requestId,
      at,
      data: { plan: plan.id, state: to, ...data },
    },
    { guard: 'plan' },
  );
  const columns = Prisma.join([Prisma.sql`state = ${to}`, Prisma.sql`state_seq = state_seq + 1`, ...set]);
  return Prisma.sql`
    WITH plan AS (
      UPDATE training_plan SET ${columns} WHERE id = ${plan.id} AND state_seq = ${plan.stateSeq}::int RETURNING 1),
    ${audit}
    SELECT expect_rows((SELECT count(*) FROM plan), 1, ${STALE})`;
}
