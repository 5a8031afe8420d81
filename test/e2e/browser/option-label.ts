import type { Translate } from '../../../src/chat/messages/translate.ts';
import type { PageField } from '../../../src/reports/fields/page.ts';

/** As the reader reads it; what only the facts of a case know is given as it reads already. */
export function optionLabel(t: Translate, { options }: PageField, value: string): string {
  const option = options?.find((one) => one.value === value);
  return option ? t(option.label, option.labelData) : value;
}
