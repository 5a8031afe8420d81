import type { Click, FormHandler } from '../../../chat/conversation.ts';
import { typed } from '../../../chat/form-values.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import { isRefused, refuse } from '../../../result.ts';
import { stopPlan } from '../../actions/plans/stop-plan.ts';
import { planById } from '../../record/plans/plans.ts';
import { STOP } from '../handles.ts';

export const stopClick: Click = {
  action: STOP,
  effect: 'read',
  opensForm: true,
  run: async ({ app, person, t }, handle) => {
    const plan = await planById(app, handle.subject);
    if (!plan) return refuse('training.plan-changed');
    const refusal = permissionRefusal(permitted('training.stop', person, { providerId: plan.providerId }));
    if (refusal) return refusal;
    return {
      kind: 'form',
      page: {
        form: STOP,
        page: 'reason',
        target: handle,
        title: t('training.plan.stop-title'),
        intro: t('training.plan.stop-intro'),
        fields: [{ kind: 'longText', name: 'reason', label: t('training.plan.reason'), maxLength: 1_000 }],
        submitLabel: t('training.plan.stop'),
        closeLabel: t('common.button.cancel'),
      },
    };
  },
};

export const stopForm: FormHandler = {
  form: STOP,
  run: async ({ app, person: actor, requestId, t }, { target, values }) => {
    const { subject: planId, stateSeq } = target;
    const stopped = await stopPlan(app, {
      actor,
      requestId,
      planId,
      stateSeq,
      reason: typed(values, 'reason'),
    });
    if (isRefused(stopped)) return stopped;
    return { kind: 'closed', card: { tone: 'neutral', title: t('training.plan.stopped') } };
  },
};
