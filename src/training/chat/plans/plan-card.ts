import type { Card, Fact, Section } from '../../../chat/card.ts';
import { day, type Inline, type Text } from '../../../chat/text.ts';
import type { Audience } from '../../../delivery/view.ts';
import type { PlanState } from '../../plans/lifecycle.ts';
import { LESSONS } from '../../plans/modules.ts';
import type { Plan, PlanCheck, PlanTask } from '../../record/plans/plans.ts';
import type { PlanNames } from '../../record/plans/shown-plan.ts';
import { factorValue, signedPercent } from '../diagnose/factor-value.ts';
import { planButtons } from './plan-buttons.ts';

export interface ShownPlan {
  readonly plan: Plan;
  readonly names: PlanNames;
}

/** One plan as it stands. Its figures are the store's: they show only while the store lets them be seen. */
export function planCard(audience: Audience, shown: ShownPlan): Card {
  const { t } = audience;
  const { plan, names } = shown;
  return {
    tone: TONE[plan.state],
    title: t('training.plan.title', { module: t(`training.plan.module.${plan.module}`), store: names.store }),
    lead: t(`training.plan.state.${plan.state}`),
    facts: factsOf(audience, shown),
    sections: [
      { title: t('training.plan.tasks'), list: plan.tasks.map((task) => taskLine(audience, shown, task)) },
      ...checks(audience, plan),
    ],
    actions: planButtons(audience, plan),
    footer: t('training.plan.footer'),
  };
}

const TONE = {
  PROPOSED: 'waiting',
  ACCEPTED: 'waiting',
  RUNNING: 'waiting',
  DONE: 'good',
  STOPPED: 'neutral',
} as const satisfies Record<PlanState, Card['tone']>;

function factsOf({ t }: Audience, { plan, names }: ShownPlan): readonly Fact[] {
  const { problem, baseline, target, coaching, reason } = plan;
  const { metric } = LESSONS[problem];
  const fact = (name: string, value: string | null): readonly Fact[] =>
    value === null ? [] : [{ label: t(`training.plan.${name}`), value }];
  const { currency, consented, coach } = names;
  const shown = (value: number) => (currency === null ? null : factorValue(t, metric, { value, currency }));
  const goal =
    consented && baseline !== null && target !== null
      ? t('training.plan.goal-value', {
          metric: t(`training.factor.${metric}`),
          from: shown(baseline),
          to: shown(target),
        })
      : t('training.plan.goal-hidden', { metric: t(`training.factor.${metric}`) });
  return [
    ...fact('provider', names.provider),
    ...fact('problem', t(`training.problem.${problem}`)),
    ...fact('goal', goal),
    ...fact('coaching', coach ?? t(`training.plan.coaching-value.${coaching}`)),
    ...fact('reason', reason),
  ];
}

function taskLine({ t }: Audience, { plan, names }: ShownPlan, task: PlanTask): Text {
  const what = t(`training.plan.task.${plan.module}.${task.number}`);
  const owner = task.ownerId === null ? null : names.owners[task.ownerId];
  const due = task.dueOn?.toISOString().slice(0, 10);
  const rest: readonly Inline[] =
    task.doneAt !== null
      ? [` · ${t('training.plan.done')}`]
      : due === undefined
        ? []
        : [` · ${t('training.plan.due')} `, day(due), ...(owner ? [` · ${owner}`] : [])];
  return [`${task.number}. `, what, ...rest];
}

function checks({ t }: Audience, { checks: made }: Plan): readonly Section[] {
  if (made.length === 0) return [];
  return [{ title: t('training.plan.checks'), list: made.map((check) => checkLine(t, check)) }];
}

const checkLine = (t: Audience['t'], { day: after, verdict, effect, peers }: PlanCheck): string =>
  effect === null
    ? t('training.plan.check.NO_DATA', { after })
    : t(`training.plan.check.${verdict}`, { after, effect: signedPercent(effect), peers });
