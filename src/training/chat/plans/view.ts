import type { CardView } from '../../../delivery/view.ts';
import { permitted } from '../../../people/permissions.ts';
import { PLAN_VIEW } from '../../actions/plans/change-plan.ts';
import { planById } from '../../record/plans/plans.ts';
import { planNames } from '../../record/plans/shown-plan.ts';
import { idOf } from '../../subjects.ts';
import { planCard } from './plan-card.ts';

/** For the provider's own people and for staff, privately. */
export const planView: CardView = {
  name: PLAN_VIEW,
  draw: async (app, audience, subject) => {
    const plan = await planById(app, idOf(subject));
    const { person } = audience;
    if (!plan || !person) return null;
    if (!permitted('training.plan', person, { providerId: plan.providerId }).allowed) return null;
    return [planCard(audience, { plan, names: await planNames(app, plan) })];
  },
};
