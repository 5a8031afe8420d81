import type { Reader } from '../../../chat/conversation.ts';
import type { Field, FormValues, Option } from '../../../chat/form.ts';
import { providerPages } from '../../fields/forms.ts';
import type { FieldComment } from '../../lifecycle/events.ts';
import type { Case } from '../../record/case.ts';
import { fieldLabel } from '../field-label.ts';
import { textOf } from './form-values.ts';

/** Three at once: more than that is easier said in a talk. */
const LINES = [1, 2, 3] as const;

/** "Comment on at least one field" (T6, T8): which field, and what should change. */
export function commentFields(reader: Reader, parties: Case): readonly Field[] {
  const { t } = reader;
  const options = commentable(reader, parties);
  return LINES.flatMap((line): Field[] => [
    {
      kind: 'choice',
      name: `field${line}`,
      label: t('cases.input.comment-field', { line }),
      options,
      ...(line === 1 ? {} : { optional: true }),
    },
    {
      kind: 'longText',
      name: `text${line}`,
      label: t('cases.input.comment-text', { line }),
      maxLength: 1000,
      ...(line === 1 ? {} : { optional: true }),
    },
  ]);
}

/** A standard is one choice, whatever of it should change. */
function commentable({ t }: Reader, { report }: Case): readonly Option[] {
  const names = providerPages(report.request.serviceScope)
    .flatMap(({ fields }) => fields)
    .map(({ name }) => name.split('.')[0] ?? name);
  return [...new Set(names)].map((value) => ({ value, label: fieldLabel(t, value) }));
}

/** Lines in which something was chosen or typed; half a line is judged by the rules, not dropped. */
export function commentsIn(values: FormValues): readonly FieldComment[] {
  return LINES.map((line) => ({
    field: textOf(values, `field${line}`),
    text: textOf(values, `text${line}`).trim(),
  })).filter(({ field, text }) => field !== '' || text !== '');
}
