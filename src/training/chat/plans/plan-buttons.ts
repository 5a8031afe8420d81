import type { Button } from '../../../chat/card.ts';
import type { Audience } from '../../../delivery/view.ts';
import { permitted } from '../../../people/permissions.ts';
import { isUnderWay } from '../../plans/lifecycle.ts';
import type { Plan } from '../../record/plans/plans.ts';
import { ACCEPT, COACH, STOP, TASK_DONE, TASK_TAKE } from '../handles.ts';

/** What the reader may do with a plan as it stands. */
export function planButtons({ t, person }: Audience, plan: Plan): readonly Button[] {
  const { providerId, state } = plan;
  const may = (action: 'accept' | 'task' | 'coach' | 'stop') =>
    permitted(`training.${action}`, person, { providerId }).allowed;
  const button = (label: string, action: string, tone: Button['tone'] = 'plain'): Button => ({
    label,
    tone,
    handle: handleOf(plan, action),
  });
  const underWay = isUnderWay(state);
  const wantsCoach = underWay && plan.coachId === null && plan.coaching.startsWith('COACH');
  return [
    ...(state === 'PROPOSED' && may('accept') ? [button(t('training.plan.accept'), ACCEPT, 'primary')] : []),
    ...(underWay && may('task') ? taskButtons({ t, person }, plan) : []),
    ...(wantsCoach && may('coach') ? [button(t('training.plan.coach'), COACH, 'primary')] : []),
    ...(plan.endedAt === null && may('stop') ? [button(t('training.plan.stop'), STOP, 'danger')] : []),
  ];
}

/** Each open task: done, or taken on by whoever reads this and does not have it yet. */
export function taskButtons({ t, person }: Pick<Audience, 't' | 'person'>, plan: Plan): readonly Button[] {
  return plan.tasks
    .filter(({ doneAt }) => doneAt === null)
    .flatMap(({ number, ownerId }) => {
      const handle = (action: string) => ({ ...handleOf(plan, action), data: String(number) });
      const done = {
        label: t('training.plan.task-done', { number }),
        tone: 'primary',
        handle: handle(TASK_DONE),
      } as const;
      if (ownerId === person?.principalId) return [done];
      return [
        done,
        {
          label: t('training.plan.task-take', { number }),
          tone: 'plain',
          handle: handle(TASK_TAKE),
        } as const,
      ];
    });
}

const handleOf = ({ id, stateSeq }: Plan, action: string) => ({ action, subject: id, revision: 0, stateSeq });
