import type { Answer, Click, Command, Known } from '../../../chat/conversation.ts';
import { membershipsFor } from '../../../people/permissions.ts';
import { ROLE_ORGANISATION } from '../../../people/principal.ts';
import { isRefused, type Result, refuse } from '../../../result.ts';
import { acceptPlan } from '../../actions/plans/accept-plan.ts';
import { nameCoach } from '../../actions/plans/name-coach.ts';
import { proposePlan } from '../../actions/plans/propose-plan.ts';
import { openCaseOf } from '../../record/improvement/cases.ts';
import { type Plan, planById, plansForStaff, plansOf } from '../../record/plans/plans.ts';
import { planNames } from '../../record/plans/shown-plan.ts';
import { afterClick } from '../after-click.ts';
import { ACCEPT, COACH, PROPOSE } from '../handles.ts';
import { caseCard } from '../improvement/case-card.ts';
import { planCard } from './plan-card.ts';

/** `/training plan`: a provider's own plans, improvement included; for staff those that want a coach, and their own. */
export const trainingPlan: Command = {
  area: 'training',
  verb: 'plan',
  options: [],
  who: 'training.plan',
  effect: 'read',
  run: async (talk) => {
    const providerId = ownProvider(talk);
    if (providerId === undefined) return listed(talk, await plansForStaff(talk.app, talk.person.principalId));
    const [plans, open] = await Promise.all([
      plansOf(talk.app, providerId),
      openCaseOf(talk.app, providerId),
    ]);
    return listed(talk, plans, open ? [caseCard(talk, open)] : []);
  },
};

export const ownProvider = ({ person }: Known): string | undefined =>
  membershipsFor('training.plan', person).find(({ role }) => ROLE_ORGANISATION[role] === 'PROVIDER')
    ?.organisationId;

async function listed(
  talk: Known,
  plans: readonly Plan[],
  before: readonly ReturnType<typeof planCard>[] = [],
): Promise<Answer> {
  const { app, t } = talk;
  const cards = await Promise.all(
    plans.map(async (plan) => planCard(talk, { plan, names: await planNames(app, plan) })),
  );
  const all = [...before, ...cards];
  return all.length === 0
    ? {
        kind: 'card',
        card: { tone: 'neutral', title: t('training.plan.none'), lead: t('training.plan.none-lead') },
      }
    : { kind: 'cards', cards: all };
}

/** The card of a plan as it stands after a click, or why nothing came of it. */
export async function planAnswer(talk: Known, id: string, result: Result<unknown>): Promise<Answer> {
  if (isRefused(result)) return result;
  const plan = await planById(talk.app, id);
  if (!plan) return refuse('training.plan-changed');
  return afterClick(talk, planCard(talk, { plan, names: await planNames(talk.app, plan) }));
}

export const proposeClick: Click = {
  action: PROPOSE,
  effect: 'change',
  run: async (talk, { subject: diagnosisId }) => {
    const { app, person: actor, requestId } = talk;
    const proposed = await proposePlan(app, { actor, requestId, diagnosisId });
    if (isRefused(proposed)) return proposed;
    const plan = await planById(app, proposed.ok.id);
    if (!plan) return refuse('training.plan-changed');
    return { kind: 'card', card: planCard(talk, { plan, names: await planNames(app, plan) }) };
  },
};

export const acceptClick: Click = {
  action: ACCEPT,
  effect: 'change',
  run: async (talk, { subject: planId, stateSeq }) => {
    const { app, person: actor, requestId } = talk;
    return planAnswer(talk, planId, await acceptPlan(app, { actor, requestId, planId, stateSeq }));
  },
};

export const coachClick: Click = {
  action: COACH,
  effect: 'change',
  run: async (talk, { subject: planId, stateSeq }) => {
    const { app, person: actor, requestId } = talk;
    return planAnswer(talk, planId, await nameCoach(app, { actor, requestId, planId, stateSeq }));
  },
};
