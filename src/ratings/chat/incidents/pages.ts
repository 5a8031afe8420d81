import type { HandleSpec } from '../../../chat/card.ts';
import type { Field, FormPage, FormValues } from '../../../chat/form.ts';
import type { Translate } from '../../../chat/messages/translate.ts';
import type { Text } from '../../../chat/text.ts';
import { textInput } from '../../../directory/chat/inputs.ts';
import { LONGEST_ACCOUNT } from '../../incidents.ts';

interface AccountPage {
  readonly form: string;
  readonly target: HandleSpec;
  readonly title: string;
  readonly intro: Text;
  /** Above the long text. */
  readonly before?: readonly Field[];
  /** Name and label of the long text. */
  readonly text: { readonly name: string; readonly label: string };
  readonly values: FormValues;
}

/** A form in which somebody tells, in their own words, what happened or why. */
export const accountPage = (
  t: Translate,
  { form, target, title, intro, before = [], text, values }: AccountPage,
): FormPage => ({
  form,
  page: 'account',
  target,
  title,
  intro,
  fields: [...before, textInput(values, { kind: 'longText', ...text, maxLength: LONGEST_ACCOUNT })],
  submitLabel: t('ratings.incident.submit'),
  closeLabel: t('common.button.cancel'),
});
