import type { Known } from '../../chat/conversation.ts';
import type { FormPage, FormValues } from '../../chat/form.ts';
import { typed } from '../../chat/form-values.ts';
import { handleOf } from '../../reports/chat/card/handle.ts';
import type { Case } from '../../reports/record/case.ts';
import { URGENT_TEXT_MAXIMUM } from '../actions/report-urgent.ts';
import { dateAndTime } from '../since.ts';

export const URGENT_FORM = 'report.urgent';

/** Three answers, two of them there already: whoever fills it in is in a hurry. */
export function urgentPage(talk: Known, { report, store, provider }: Case, values: FormValues): FormPage {
  const { t, zone, app } = talk;
  const now = dateAndTime(app.clock.now(), zone);
  return {
    form: URGENT_FORM,
    page: 'urgent',
    target: handleOf(report, 'urgent'),
    title: t('urgent.form.title'),
    intro: t('urgent.form.intro', { store: store.name, provider: provider.name }),
    fields: [
      {
        kind: 'longText',
        name: 'text',
        label: t('urgent.form.text'),
        help: t('urgent.form.text-help'),
        maxLength: URGENT_TEXT_MAXIMUM,
        initial: typed(values, 'text'),
      },
      {
        kind: 'date',
        name: 'date',
        label: t('urgent.form.date'),
        initial: typed(values, 'date') || now.date,
      },
      {
        kind: 'text',
        name: 'time',
        label: t('urgent.form.time'),
        help: t('urgent.form.time-help', { zone }),
        placeholder: '09:30',
        maxLength: 10,
        initial: typed(values, 'time') || now.time,
      },
    ],
    submitLabel: t('urgent.form.submit'),
    closeLabel: t('common.button.cancel'),
  };
}
