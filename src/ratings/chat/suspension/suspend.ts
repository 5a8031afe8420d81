import type { Answer, Click, Command, FormHandler, Known } from '../../../chat/conversation.ts';
import type { Field, FormPage } from '../../../chat/form.ts';
import { typed } from '../../../chat/form-values.ts';
import { moment } from '../../../chat/text.ts';
import { findProvider } from '../../../directory/records/organisation.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { isRefused, refuse } from '../../../result.ts';
import { liftSuspension } from '../../actions/suspension/lift-suspension.ts';
import { mayNotRule, suspendRating } from '../../actions/suspension/suspend-rating.ts';
import { type Suspension, standingSuspension } from '../../record/suspensions.ts';
import { LONGEST_REASON, SUSPENSION_CAUSES } from '../../suspension.ts';
import { LIFT, RATING, SUSPEND } from '../handles.ts';
import { withProvider } from '../which-provider.ts';

/** `/rating suspend <provider>`: suspends a rating, or lifts the suspension that stands. */
export const ratingSuspend: Command = {
  area: 'rating',
  verb: 'suspend',
  options: [{ name: 'provider', kind: 'provider', required: true, rest: true }],
  who: 'rating.suspend',
  effect: 'read',
  run: (talk, { provider }) =>
    withProvider(talk, { typed: provider, action: SUSPEND }, (id) => opened(talk, id)),
};

export const suspendClick: Click = {
  action: SUSPEND,
  effect: 'read',
  run: (talk, { subject }) => opened(talk, subject),
};

async function opened(talk: Known, providerId: OrganisationId): Promise<Answer> {
  const refusal = mayNotRule(talk.person, providerId);
  if (refusal) return refusal;
  const [provider, standing] = await Promise.all([
    findProvider(talk.app, providerId),
    standingSuspension(talk.app, providerId),
  ]);
  if (!provider) return refuse('directory.provider-not-found', { name: providerId });
  const page = standing ? liftPage(talk, provider.name, standing) : suspendPage(talk, provider);
  return { kind: 'form', page };
}

export const suspendForm: FormHandler = {
  form: SUSPEND,
  run: async ({ app, t, person: actor, requestId }, { target, values }) => {
    const cause = SUSPENSION_CAUSES.find((each) => each === typed(values, 'cause'));
    if (!cause) return refuse('ratings.suspension-cause', {}, 'cause');
    const input = { actor, requestId, providerId: target.subject, cause, reason: typed(values, 'reason') };
    const suspended = await suspendRating(app, input);
    if (isRefused(suspended)) return suspended;
    return { kind: 'closed', card: { tone: 'warning', title: t('ratings.suspension.done') } };
  },
};

export const liftForm: FormHandler = {
  form: LIFT,
  run: async ({ app, t, person: actor, requestId }, { target, values }) => {
    const input = { actor, requestId, suspensionId: target.subject, reason: typed(values, 'reason') };
    const lifted = await liftSuspension(app, input);
    if (isRefused(lifted)) return lifted;
    return { kind: 'closed', card: { tone: 'good', title: t('ratings.suspension.lift-done') } };
  },
};

interface Named {
  readonly id: OrganisationId;
  readonly name: string;
}

function suspendPage({ t }: Known, { id: subject, name: provider }: Named): FormPage {
  return {
    form: SUSPEND,
    page: 'suspend',
    target: { ...RATING, action: SUSPEND, subject },
    title: t('ratings.suspension.form'),
    intro: t('ratings.suspension.intro', { provider }),
    fields: [
      {
        kind: 'choice',
        name: 'cause',
        label: t('ratings.suspension.cause'),
        options: SUSPENSION_CAUSES.map((value) => ({
          value,
          label: t(`ratings.suspension.causes.${value}`),
        })),
      },
      reasonInput(t('ratings.suspension.reason')),
    ],
    submitLabel: t('ratings.suspension.submit'),
    closeLabel: t('common.button.cancel'),
  };
}

function liftPage({ t }: Known, provider: string, { id: subject, suspendedAt }: Suspension): FormPage {
  return {
    form: LIFT,
    page: 'lift',
    target: { ...RATING, action: LIFT, subject },
    title: t('ratings.suspension.lift'),
    intro: t.text('ratings.suspension.lift-intro', { provider, since: moment(suspendedAt) }),
    fields: [reasonInput(t('ratings.suspension.lift-reason'))],
    submitLabel: t('ratings.suspension.lift'),
    closeLabel: t('common.button.cancel'),
  };
}

const reasonInput = (label: string): Field => ({
  ...{ kind: 'longText', name: 'reason', label, maxLength: LONGEST_REASON },
});
