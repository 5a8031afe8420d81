import type { Button, Card } from '../../../chat/card.ts';
import type { Click, Command, FormHandler, Known } from '../../../chat/conversation.ts';
import type { FormPage } from '../../../chat/form.ts';
import { typed } from '../../../chat/form-values.ts';
import type { Translate } from '../../../chat/messages/translate.ts';
import { moment } from '../../../chat/text.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import { isRefused } from '../../../result.ts';
import { hearAppeal } from '../../actions/appeal/hear-appeal.ts';
import { type OpenAppealLine, openAppeals } from '../../record/appeals/open-appeals.ts';
import { HEAR, RATING } from '../handles.ts';

type Verdict = 'UPHELD' | 'DISMISSED';

/** `/staff appeals`: objections and appeals that wait, the most urgent first. */
export const staffAppeals: Command = {
  area: 'staff',
  verb: 'appeals',
  options: [],
  who: 'rating.hear-appeal',
  effect: 'read',
  run: async (talk) => ({ kind: 'card', card: listCard(talk, await openAppeals(talk.app)) }),
};

export const hearClick: Click = {
  action: HEAR,
  effect: 'read',
  run: async (talk, { subject, data = '' }) => {
    const refusal = permissionRefusal(permitted('rating.hear-appeal', talk.person));
    return refusal ?? { kind: 'form', page: hearingPage(talk, subject, verdictOf(data)) };
  },
};

export const hearForm: FormHandler = {
  form: HEAR,
  run: async (talk, { target, values }) => {
    const { app, person: actor, requestId, t } = talk;
    const heard = await hearAppeal(app, {
      actor,
      requestId,
      appealId: target.subject,
      verdict: verdictOf(target.data),
      reason: typed(values, 'reason'),
    });
    if (isRefused(heard)) return heard;
    const { final, verdict } = heard.ok;
    const title = final ? t(`ratings.appeal.heard.${verdict}`) : t('ratings.appeal.first-voice');
    return { kind: 'closed', card: { tone: final ? 'good' : 'waiting', title } };
  },
};

const verdictOf = (data: string | undefined): Verdict => (data === 'UPHELD' ? 'UPHELD' : 'DISMISSED');

function listCard({ t }: Known, appeals: readonly OpenAppealLine[]): Card {
  if (appeals.length === 0) return { tone: 'good', title: t('ratings.appeal.none') };
  return {
    tone: 'waiting',
    title: t('ratings.appeal.list'),
    sections: [
      {
        list: appeals.map(({ id, provider, quarter, datum, dueAt }) =>
          t.text('ratings.appeal.line', { id: { code: id }, provider, quarter, datum, due: moment(dueAt) }),
        ),
      },
    ],
    actions: appeals.flatMap(({ id }) => hearingButtons(t, id)),
  };
}

export const hearingButtons = (t: Translate, id: string): readonly Button[] => [
  { label: t('ratings.appeal.uphold', { id }), tone: 'primary', handle: handleOf(id, 'UPHELD') },
  { label: t('ratings.appeal.dismiss', { id }), tone: 'plain', handle: handleOf(id, 'DISMISSED') },
];

const handleOf = (id: string, verdict: Verdict) => ({ ...RATING, action: HEAR, subject: id, data: verdict });

function hearingPage({ t }: Known, id: string, verdict: Verdict): FormPage {
  return {
    form: HEAR,
    page: 'hearing',
    target: handleOf(id, verdict),
    title: t('ratings.appeal.hear-title'),
    intro: t(`ratings.appeal.${verdict === 'UPHELD' ? 'uphold' : 'dismiss'}`, { id }),
    fields: [{ kind: 'longText', name: 'reason', label: t('ratings.appeal.reason'), maxLength: 2_000 }],
    submitLabel: t('ratings.appeal.submit'),
    closeLabel: t('common.button.cancel'),
  };
}
