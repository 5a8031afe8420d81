import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import type { Button } from '../../../../src/chat/card.ts';
import type { Locale } from '../../../../src/chat/conversation.ts';
import { chunks } from '../../../shared/chunks.ts';
import { packId } from '../../custom-id.ts';
import { LIMITS } from '../../limits.ts';
import { bold, fitted } from '../text/markdown.ts';
import { plainText } from '../text/plain.ts';
import { questionId } from './question.ts';

const STYLES = {
  primary: ButtonStyle.Primary,
  danger: ButtonStyle.Danger,
  plain: ButtonStyle.Secondary,
} as const satisfies Record<Button['tone'], ButtonStyle>;

export type Row = APIActionRowComponent<APIButtonComponentWithCustomId>;

/** The buttons of a card, those that cannot be used now shown so. `place` keeps their ids apart within a message. */
export function buttonRows(buttons: readonly Button<string>[], place: number): readonly Row[] {
  return rows(buttons.map((button, index) => drawButton(button, place + index)));
}

/** Rows of as many buttons as fit side by side. */
export function rows(buttons: readonly APIButtonComponentWithCustomId[]): readonly Row[] {
  return chunks(buttons, LIMITS.actionRow.buttons).map((row) => ({
    type: ComponentType.ActionRow,
    components: [...row],
  }));
}

function drawButton(button: Button<string>, place: number): APIButtonComponentWithCustomId {
  const locked = button.disabledBecause !== undefined;
  return plainButton(button.label, {
    style: STYLES[button.tone],
    id: packId(locked ? { kind: 'locked' } : clickId(button), place),
    ...(locked ? { disabled: true } : {}),
  });
}

const clickId = ({ handle, confirm }: Button<string>) =>
  confirm
    ? ({ kind: 'ask', handle, question: questionId(confirm) } as const)
    : ({ kind: 'click', handle } as const);

interface ButtonLook {
  readonly style: APIButtonComponentWithCustomId['style'];
  readonly id: string;
  readonly disabled?: boolean;
}

export function plainButton(
  label: string,
  { style, id, disabled }: ButtonLook,
): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style,
    label: plainText(label, LIMITS.button.labelChars),
    custom_id: id,
    ...(disabled ? { disabled } : {}),
  };
}

const LINE = 300;

/** Why the locked buttons are locked, each under its name. */
export function lockedLines(buttons: readonly Button<string>[], locale: Locale): readonly string[] {
  const colon = locale === 'zh' ? '：' : ': ';
  return buttons.flatMap(({ label, disabledBecause }) =>
    disabledBecause === undefined ? [] : [`🔒 ${bold(label, LINE)}${colon}${fitted(disabledBecause, LINE)}`],
  );
}
