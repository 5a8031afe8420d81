import type { ActionsBlock, KnownBlock, ModalView } from '@slack/types';
import type { FormPage } from '../../../../src/chat/form.ts';
import { localeOf } from '../../../shared/locale.ts';
import { shorten } from '../../../shared/text/fit.ts';
import { LIMITS } from '../../limits.ts';
import { type Origin, packMetadata } from '../../receive/metadata.ts';
import { wordsOf } from '../../words.ts';
import { type Foldable, fold } from '../fold.ts';
import { plainText } from '../text/plain-text.ts';
import { richBlocks } from '../text/rich-blocks.ts';
import { richElements } from '../text/rich-text.ts';
import { fieldBlocks } from './inputs.ts';

export const BACK_ACTION = 'back';

/** One page of a form as a modal. Whence it was opened travels along, so that its answer finds the way back. */
export function drawForm(page: FormPage<string>, origin: Origin): ModalView {
  const locale = localeOf(origin.locale);
  const title = titleOf(page);
  const { buttonChars, callbackChars } = LIMITS.view;
  const fields = page.fields.flatMap((field) => fieldBlocks(field, page.page, locale));
  return {
    type: 'modal',
    callback_id: shorten(page.form, callbackChars),
    private_metadata: packMetadata({ form: page.form, page: page.page, handle: page.target, origin }),
    title: plainText(title, LIMITS.view.titleChars),
    submit: plainText(page.submitLabel, buttonChars),
    close: plainText(page.closeLabel, buttonChars),
    blocks: [
      ...fold([...opening(page, origin), ...fields.map(detail), ...backButton(page)], ROOM, wordsOf(locale)),
    ],
  };
}

const ROOM = { blocks: LIMITS.modal.blocks, chars: LIMITS.viewText.chars };

const kept = (block: KnownBlock): Foldable => ({ block, keep: true });
// An input must never be folded away silently while a text could go instead.
const detail = (block: KnownBlock): Foldable => ({ block, keep: block.type === 'input' });

/** Slack gives a title 24 characters; the step is worth more there than the end of a long title. */
function titleOf({ title, step }: FormPage<string>): string {
  const suffix = step ? ` ${step.index}/${step.count}` : '';
  return `${shorten(title, LIMITS.view.titleChars - suffix.length)}${suffix}`;
}

function opening(page: FormPage<string>, origin: Origin): readonly Foldable[] {
  const whole = titleOf(page).startsWith(page.title);
  const header: readonly KnownBlock[] = whole
    ? []
    : [{ type: 'header', text: plainText(page.title, LIMITS.header.chars) }];
  const intro =
    page.intro === undefined ? [] : richBlocks([{ flow: richElements(page.intro, localeOf(origin.locale)) }]);
  return [...header, ...intro].map(kept);
}

function backButton({ backLabel }: FormPage<string>): readonly Foldable[] {
  if (backLabel === undefined) return [];
  const text = plainText(backLabel, LIMITS.button.chars);
  const block: ActionsBlock = {
    type: 'actions',
    elements: [{ type: 'button', action_id: BACK_ACTION, text }],
  };
  return [kept(block)];
}
