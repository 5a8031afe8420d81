import type { App } from '../../../app.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { type Result, refuse } from '../../../result.ts';
import { isUnderWay, type PlanState } from '../../plans/lifecycle.ts';
import { planById } from '../../record/plans/plans.ts';
import { changePlan } from './change-plan.ts';
import type { FinishTask } from './finish-task.ts';

/** Somebody of the provider takes a task on, and is reminded of it from now on. Refuses `training.plan-changed`. */
export async function takeTask(
  app: Pick<App, 'database' | 'queue' | 'clock'>,
  { actor, requestId, planId, stateSeq, number }: FinishTask,
): Promise<Result<PlanState>> {
  const plan = await planById(app, planId);
  if (!plan) return refuse('training.plan-changed');
  const { providerId, state } = plan;
  const refusal = permissionRefusal(permitted('training.task', actor, { providerId }));
  if (refusal) return refusal;
  if (!isUnderWay(state) || plan.stateSeq !== stateSeq) return refuse('training.plan-changed');
  return changePlan(app, {
    ...{ plan, to: state, by: actor.principalId, org: providerId, action: 'training.task-taken', requestId },
    data: { number },
    beside: [
      handled(requestId, app.clock.now()),
      Prisma.sql`UPDATE training_task SET owner_id = ${actor.principalId}
        WHERE plan_id = ${planId} AND number = ${number}::int AND done_at IS NULL`,
    ],
  });
}
