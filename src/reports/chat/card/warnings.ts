import { codeWord } from '../../../chat/messages/codes.ts';
import type { Translate } from '../../../chat/messages/translate.ts';
import type { Text } from '../../../chat/text.ts';
import type { Warning } from '../../lifecycle/refusals.ts';

/** A warning with the codes of its data in the reader's words. */
export function warningText(t: Translate, { warned, data }: Warning): Text {
  const values = Object.entries(data).map(([name, value]) => [name, codeWord(t, name, value)] as const);
  return t.text(warned, Object.fromEntries(values));
}
