import type { HandleSpec } from '../../../chat/card.ts';
import type { Click, FormHandler, Known } from '../../../chat/conversation.ts';
import type { Field, FormPage } from '../../../chat/form.ts';
import { typed } from '../../../chat/form-values.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import { isRefused, refuse } from '../../../result.ts';
import { moveCase } from '../../actions/improvement/move-case.ts';
import { CASE_EVENTS, type CaseEvent } from '../../improvement/lifecycle.ts';
import { IMPROVE } from '../handles.ts';

const eventOf = (data: string | undefined): CaseEvent | undefined =>
  CASE_EVENTS.find((event) => event === data);

/** Every step wants words: what was said, what is to be reached, or on what ground. */
export const improveClick: Click = {
  action: IMPROVE,
  effect: 'read',
  opensForm: true,
  run: async (talk, handle) => {
    const refusal = permissionRefusal(permitted('staff.improve', talk.person));
    if (refusal) return refusal;
    const event = eventOf(handle.data);
    return event ? { kind: 'form', page: stepPage(talk, handle, event) } : refuse('training.case-changed');
  },
};

export const improveForm: FormHandler = {
  form: IMPROVE,
  run: async ({ app, person: actor, requestId, t }, { target, values }) => {
    const { subject: caseId, stateSeq } = target;
    const event = eventOf(target.data);
    if (!event) return refuse('training.case-changed');
    const [text, support] = [typed(values, 'text'), typed(values, 'support')];
    const moved = await moveCase(app, { actor, requestId, caseId, stateSeq, event, text, support });
    if (isRefused(moved)) return moved;
    const title = t('training.improvement.moved', { state: t(`training.improvement.name.${moved.ok}`) });
    return { kind: 'closed', card: { tone: 'good', title } };
  },
};

function stepPage({ t }: Known, target: HandleSpec, event: CaseEvent): FormPage {
  const area = (name: string, label: string): Field => ({ kind: 'longText', name, label, maxLength: 2_000 });
  return {
    form: IMPROVE,
    page: 'step',
    target,
    title: t(`training.improvement.event.${event}`),
    intro: t(`training.improvement.intro.${event}`),
    fields: [
      area('text', t(`training.improvement.${LABEL[event]}`)),
      ...(event === 'plan' ? [area('support', t('training.improvement.support'))] : []),
    ],
    submitLabel: t('training.improvement.submit'),
    closeLabel: t('common.button.cancel'),
  };
}

const LABEL: Readonly<Record<CaseEvent, 'note' | 'goals' | 'ground'>> = {
  talk: 'note',
  plan: 'goals',
  meet: 'ground',
  fail: 'ground',
  close: 'ground',
  proposeExit: 'ground',
  exit: 'ground',
  keep: 'ground',
};
