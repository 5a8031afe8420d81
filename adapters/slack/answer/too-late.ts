import type { ActionsBlock, Button } from '@slack/types';
import { CLICK_PREFIX } from '../draw/cards/buttons.ts';
import type { DrawnMessage } from '../draw/cards/message.ts';
import { note } from '../draw/fold.ts';
import { plainText } from '../draw/text/plain-text.ts';
import { typedInMrkdwn } from '../draw/text/typed.ts';
import { LIMITS } from '../limits.ts';
import { wordsOf } from '../words.ts';
import type { Asker } from './asker.ts';

/** A button that asks a command line once more. */
export const AGAIN_ACTION = 'again';

/** For a form that could not open any more: the same once again, with a fresh trigger. */
export function tooLateMessage({ locale, again }: Asker): DrawnMessage {
  const words = wordsOf(locale);
  const text = plainText(words.openForm, LIMITS.button.chars);
  const button: Button | undefined =
    again && 'handle' in again
      ? { type: 'button', style: 'primary', text, action_id: `${CLICK_PREFIX}again`, value: again.handle }
      : again && { type: 'button', style: 'primary', text, action_id: AGAIN_ACTION, value: again.command };
  const actions: readonly ActionsBlock[] = button ? [{ type: 'actions', elements: [button] }] : [];
  return { text: typedInMrkdwn(words.formTooLate), blocks: [note(words.formTooLate), ...actions] };
}
