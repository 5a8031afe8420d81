import type { App } from '../../../app.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { PROGRAMME_ZONE } from '../../../ratings/cycle/quarter.ts';
import { today } from '../../../reports/periods.ts';
import { type Result, refuse } from '../../../result.ts';
import { isUnderWay, type PlanState, planAfter } from '../../plans/lifecycle.ts';
import { taskDone } from '../../record/plans/capability.ts';
import { planById } from '../../record/plans/plans.ts';
import { planSubject } from '../../subjects.ts';
import { changePlan } from './change-plan.ts';

export interface FinishTask {
  readonly actor: Actor;
  readonly requestId: string;
  readonly planId: string;
  readonly stateSeq: number;
  readonly number: number;
}

/**
 * Somebody of the provider says that a task is done; the first one begins the plan. Its coach is told. Refuses
 * `training.plan-changed` where it is not under way or the task is done already.
 */
export async function finishTask(
  app: Pick<App, 'database' | 'queue' | 'clock'>,
  { actor, requestId, planId, stateSeq, number }: FinishTask,
): Promise<Result<PlanState>> {
  const plan = await planById(app, planId);
  if (!plan) return refuse('training.plan-changed');
  const { providerId, coachId, state } = plan;
  const refusal = permissionRefusal(permitted('training.task', actor, { providerId }));
  if (refusal) return refusal;
  const task = plan.tasks.find((each) => each.number === number);
  const open = task?.dueOn && task.doneAt === null;
  if (!open || !isUnderWay(state) || plan.stateSeq !== stateSeq) return refuse('training.plan-changed');
  const at = app.clock.now();
  return changePlan(app, {
    plan,
    to: planAfter(state, 'begin') ?? state,
    ...{ by: actor.principalId, org: providerId, action: 'training.task-done', requestId, data: { number } },
    beside: [
      handled(requestId, at),
      Prisma.sql`UPDATE training_task SET done_at = ${at}::timestamptz, done_by = ${actor.principalId}
        WHERE plan_id = ${planId} AND number = ${number}::int`,
      Prisma.sql`DELETE FROM reminder WHERE object = ${planSubject(plan)} AND state_seq = ${number}::int AND settled_at IS NULL`,
      ...taskDone(providerId, task.dueOn.toISOString().slice(0, 10), today(at, PROGRAMME_ZONE)),
    ],
    tell: coachId === null ? [] : [{ kind: 'person', principalId: coachId }],
  });
}
