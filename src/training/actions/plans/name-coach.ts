import type { App } from '../../../app.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor } from '../../../people/principal.ts';
import { refusePerson } from '../../../people/refusals.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { type Result, refuse } from '../../../result.ts';
import { isUnderWay, type PlanState, planAfter } from '../../plans/lifecycle.ts';
import { holdersOf } from '../../record/people.ts';
import { planById } from '../../record/plans/plans.ts';
import { changePlan } from './change-plan.ts';

export interface NameCoach {
  readonly actor: Actor;
  readonly requestId: string;
  readonly planId: string;
  readonly stateSeq: number;
}

/**
 * Somebody of the staff coaches a plan whose level gives a coach (domain-rules §8); nobody coaches their own company. Begins the
 * plan. Refuses `training.no-coach-due`, `training.plan-changed`, `people.*`.
 */
export async function nameCoach(
  app: Pick<App, 'database' | 'queue' | 'clock'>,
  { actor, requestId, planId, stateSeq }: NameCoach,
): Promise<Result<PlanState>> {
  const refusal = permissionRefusal(permitted('training.coach', actor));
  if (refusal) return refusal;
  const plan = await planById(app, planId);
  if (!plan || !isUnderWay(plan.state) || plan.stateSeq !== stateSeq || plan.coachId !== null)
    return refuse('training.plan-changed');
  if (actor.memberships.some(({ organisationId }) => organisationId === plan.providerId))
    return refusePerson('party-member-may-not-decide', { rolesNeeded: ['STAFF_REVIEWER', 'STAFF_LEAD'] });
  if (!plan.coaching.startsWith('COACH')) return refuse('training.no-coach-due');
  return changePlan(app, {
    plan,
    to: planAfter(plan.state, 'begin') ?? plan.state,
    ...{ by: actor.principalId, org: 'platform', action: 'training.coach-named', requestId },
    set: [Prisma.sql`coach_id = ${actor.principalId}`],
    beside: [handled(requestId, app.clock.now())],
    tell: await holdersOf(app, 'PROVIDER_ADMIN', plan.providerId),
  });
}
