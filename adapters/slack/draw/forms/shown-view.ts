import type { ViewOutput } from '@slack/bolt';
import type { AnyBlock, KnownBlock, ModalView } from '@slack/types';
import { wordsOf } from '../../words.ts';
import { richBlocks } from '../text/rich-blocks.ts';
import { bold, words as plainWords } from '../text/rich-text.ts';
import { VALUE_ACTION } from './block-ids.ts';

type Entered = ViewOutput['state']['values'];

const ALERT = 'alert';

/**
 * The page that the person has in front of them, with complaints on top and everything that was typed in its place.
 * Slack shows errors of its own only beside inputs, so that what belongs to none of them needs this.
 */
export function withAlert(view: ViewOutput, lines: readonly string[], locale: string | undefined): ModalView {
  const inputs = view.blocks.filter(({ block_id }) => !block_id?.startsWith(ALERT));
  return {
    ...frame(view),
    blocks: [...alert(lines, locale), ...inputs.map((block) => withEntered(block, view.state.values))],
  };
}

function frame({
  title,
  submit,
  close,
  callback_id,
  private_metadata,
}: ViewOutput): Omit<ModalView, 'blocks'> {
  return {
    type: 'modal',
    callback_id,
    private_metadata,
    title,
    ...(submit ? { submit } : {}),
    ...(close ? { close } : {}),
  };
}

function alert(lines: readonly string[], locale: string | undefined): readonly KnownBlock[] {
  const opening = { flow: [bold(`⚠️ ${wordsOf(locale).fixThese}`)] };
  const items = lines.map((line) => [plainWords(line)]);
  return richBlocks([opening, { items }]).map((block, index) => ({
    ...block,
    block_id: `${ALERT}:${index}`,
  }));
}

// The same ids keep what was typed while the page stays open; after the working view in between they do not.
function withEntered(block: AnyBlock, entered: Entered): AnyBlock {
  if (block.type !== 'input' || !('element' in block)) return block;
  const value = entered[block.block_id ?? '']?.[VALUE_ACTION];
  return value ? { ...block, element: { ...block.element, ...initialOf(value) } } : block;
}

function initialOf(value: Entered[string][string]): object {
  switch (value.type) {
    case 'datepicker':
      return { initial_date: value.selected_date ?? undefined };
    case 'static_select':
    case 'radio_buttons':
      return { initial_option: value.selected_option ?? undefined };
    case 'multi_static_select':
    case 'checkboxes':
      return { initial_options: value.selected_options?.length ? value.selected_options : undefined };
    case 'file_input':
      return {};
    default:
      return { initial_value: value.value ?? undefined };
  }
}

/** Which of the complaints can stand beside an input of this page; a field of several blocks answers at its first. */
export function inputIds(view: ViewOutput): ReadonlySet<string> {
  return new Set(
    view.blocks.flatMap(({ type, block_id }) => (type === 'input' && block_id ? [block_id] : [])),
  );
}

/** The label above an input, for complaints that stand elsewhere. */
export function labelOf(view: ViewOutput, blockId: string): string | undefined {
  const block = view.blocks.find(({ block_id }) => block_id === blockId);
  return block && 'label' in block && typeof block.label === 'object' ? block.label.text : undefined;
}
