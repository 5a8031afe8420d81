import type { ActionsBlock, KnownBlock, Button as SlackButton } from '@slack/types';
import type { Button } from '../../../../src/chat/card.ts';
import type { Locale } from '../../../../src/chat/conversation.ts';
import { LIMITS } from '../../limits.ts';
import { plainText } from '../text/plain-text.ts';
import { richBlocks } from '../text/rich-blocks.ts';
import { bold, words } from '../text/rich-text.ts';

/** Every button of a card has this at the beginning of its action id; the value is the opaque handle. */
export const CLICK_PREFIX = 'click:';

/**
 * The buttons that work, in rows. Slack knows no disabled button, and a button that only answers with a refusal would
 * be a trap: those that cannot be used now are lines of text under the row, each with what it waits for.
 */
export function buttonBlocks(buttons: readonly Button<string>[], locale: Locale): readonly KnownBlock[] {
  const usable = buttons.filter(({ disabledBecause }) => disabledBecause === undefined);
  return [...rows(usable.map(drawButton)), ...waitingLines(buttons, locale)];
}

function rows(buttons: readonly SlackButton[]): readonly ActionsBlock[] {
  const size = LIMITS.actions.elements;
  return Array.from({ length: Math.ceil(buttons.length / size) }, (_, row) => ({
    type: 'actions',
    elements: buttons.slice(row * size, (row + 1) * size),
  }));
}

function drawButton(button: Button<string>, index: number): SlackButton {
  return {
    type: 'button',
    action_id: `${CLICK_PREFIX}${index}`,
    text: plainText(button.label, LIMITS.button.chars),
    value: button.handle,
    ...(button.tone === 'plain' ? {} : { style: button.tone }),
    ...(button.confirm ? { confirm: dialog(button.confirm) } : {}),
  };
}

function dialog(confirm: NonNullable<Button['confirm']>): NonNullable<SlackButton['confirm']> {
  const { titleChars, textChars, buttonChars } = LIMITS.confirm;
  return {
    title: plainText(confirm.title, titleChars),
    text: plainText(confirm.body, textChars),
    confirm: plainText(confirm.yes, buttonChars),
    deny: plainText(confirm.no, buttonChars),
  };
}

function waitingLines(buttons: readonly Button<string>[], locale: Locale): readonly KnownBlock[] {
  const colon = locale === 'zh' ? '：' : ': ';
  const lines = buttons.flatMap(({ label, disabledBecause }) =>
    disabledBecause === undefined ? [] : [[words('🔒 '), bold(label), words(`${colon}${disabledBecause}`)]],
  );
  return richBlocks(lines.map((flow) => ({ flow })));
}
