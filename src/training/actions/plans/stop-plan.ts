import type { App } from '../../../app.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { membershipsFor, permissionRefusal, permitted } from '../../../people/permissions.ts';
import { type Actor, ROLE_ORGANISATION } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { PROGRAMME_ZONE } from '../../../ratings/cycle/quarter.ts';
import { today } from '../../../reports/periods.ts';
import { type Result, refuse } from '../../../result.ts';
import { TRAINING_DROPPED } from '../../improvement/lifecycle.ts';
import { isUnderWay, type PlanState, planAfter } from '../../plans/lifecycle.ts';
import { holdersOf } from '../../record/people.ts';
import { tasksCalledOff } from '../../record/plans/capability.ts';
import { type Plan, planById } from '../../record/plans/plans.ts';
import { planSubject } from '../../subjects.ts';
import { caseOpened } from '../improvement/open-case.ts';
import { changePlan } from './change-plan.ts';

export interface StopPlan {
  readonly actor: Actor;
  readonly requestId: string;
  readonly planId: string;
  readonly stateSeq: number;
  readonly reason: string;
}

const SHORTEST_REASON = 10;

/**
 * A plan ends before its time. Tasks that staff call off before they are due no longer count in D7; those that the provider drops
 * stay undone, and open a
 * conversation. Refuses `training.reason`, `training.plan-changed`, `people.*`.
 */
export async function stopPlan(
  app: Pick<App, 'database' | 'queue' | 'clock'>,
  { actor, requestId, planId, stateSeq, reason }: StopPlan,
): Promise<Result<PlanState>> {
  const plan = await planById(app, planId);
  if (!plan) return refuse('training.plan-changed');
  const { providerId } = plan;
  const refusal = permissionRefusal(permitted('training.stop', actor, { providerId }));
  if (refusal) return refusal;
  const to = planAfter(plan.state, 'stop');
  if (to === null || plan.stateSeq !== stateSeq) return refuse('training.plan-changed');
  if (reason.trim().length < SHORTEST_REASON)
    return refuse('training.reason', { minimum: SHORTEST_REASON }, 'reason');
  const staff = !membershipsFor('training.stop', actor, { providerId }).some(
    ({ role }) => ROLE_ORGANISATION[role] === 'PROVIDER',
  );
  const at = app.clock.now();
  return changePlan(app, {
    ...{ plan, to, by: actor.principalId, org: staff ? 'platform' : providerId, requestId },
    action: 'training.plan-stopped',
    set: [
      Prisma.sql`ended_at = ${at}::timestamptz`,
      Prisma.sql`ended_by = ${actor.principalId}`,
      Prisma.sql`reason = ${reason.trim()}`,
      Prisma.sql`wake_at = NULL`,
    ],
    beside: [
      handled(requestId, at),
      Prisma.sql`DELETE FROM reminder WHERE object = ${planSubject(plan)} AND settled_at IS NULL`,
      ...(staff
        ? tasksCalledOff(providerId, openTasks(plan, today(at, PROGRAMME_ZONE)))
        : dropped(plan, actor.principalId, at)),
    ],
    tell: staff ? await holdersOf(app, 'PROVIDER_ADMIN', providerId) : coachOf(plan),
  });
}

/** A training that the provider had begun and drops is a signal. */
const dropped = ({ state, id, providerId }: Plan, by: string, at: Date): readonly Prisma.Sql[] =>
  isUnderWay(state) ? [caseOpened({ providerId, signals: [TRAINING_DROPPED], source: id, by }, at)] : [];

const openTasks = ({ tasks }: Plan, date: string): readonly string[] =>
  tasks.flatMap(({ dueOn, doneAt }) => {
    const due = dueOn?.toISOString().slice(0, 10);
    return due !== undefined && doneAt === null && due >= date ? [due] : [];
  });

const coachOf = ({ coachId }: Plan) =>
  coachId === null ? [] : [{ kind: 'person' as const, principalId: coachId }];
