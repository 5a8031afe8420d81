import type { Button } from '../../../chat/card.ts';
import type { Click, Command } from '../../../chat/conversation.ts';
import { day, type Text } from '../../../chat/text.ts';
import { refuse } from '../../../result.ts';
import { finishTask } from '../../actions/plans/finish-task.ts';
import { takeTask } from '../../actions/plans/take-task.ts';
import { isUnderWay } from '../../plans/lifecycle.ts';
import { plansOf } from '../../record/plans/plans.ts';
import { TASK_DONE, TASK_TAKE } from '../handles.ts';
import { ownProvider, planAnswer } from './plan.ts';
import { taskButtons } from './plan-buttons.ts';

/** `/training task`: every task of one's company that is still to be done, the next one first. */
export const trainingTask: Command = {
  area: 'training',
  verb: 'task',
  options: [],
  who: 'training.task',
  effect: 'read',
  run: async (talk) => {
    const { t } = talk;
    const plans = (await plansOf(talk.app, ownProvider(talk) ?? '')).filter(({ state }) => isUnderWay(state));
    const lines = plans
      .flatMap(({ module, tasks }) => tasks.map((task) => ({ ...task, module })))
      .flatMap(({ number, module, dueOn, doneAt }) => {
        const due = dueOn?.toISOString().slice(0, 10);
        if (doneAt !== null || due === undefined) return [];
        const what: Text = [
          day(due),
          ` · ${t(`training.plan.module.${module}`)} ${number}. `,
          t(`training.plan.task.${module}.${number}`),
        ];
        return [{ due, what }];
      })
      .sort((one, other) => (one.due < other.due ? -1 : 1));
    if (lines.length === 0)
      return { kind: 'card', card: { tone: 'good', title: t('training.plan.no-task') } };
    // Numbers tell the tasks of one plan apart; of several plans each is worked on from its own card.
    const actions: readonly Button[] =
      plans.length === 1 ? plans.flatMap((plan) => taskButtons(talk, plan)) : [];
    return {
      kind: 'card',
      card: {
        tone: 'waiting',
        title: t('training.plan.open-tasks'),
        ...(plans.length > 1 ? { lead: t('training.plan.several') } : {}),
        sections: [{ list: lines.map(({ what }) => what) }],
        actions,
      },
    };
  },
};

const acting = (action: string, act: typeof finishTask): Click => ({
  action,
  effect: 'change',
  run: async (talk, { subject: planId, stateSeq, data = '' }) => {
    const { app, person: actor, requestId } = talk;
    const number = Number(data);
    if (!Number.isInteger(number)) return refuse('training.plan-changed');
    return planAnswer(talk, planId, await act(app, { actor, requestId, planId, stateSeq, number }));
  },
});

export const taskDoneClick = acting(TASK_DONE, finishTask);
export const taskTakeClick = acting(TASK_TAKE, takeTask);
