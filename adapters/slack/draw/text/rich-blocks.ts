import type { RichTextBlock, RichTextBlockElement, RichTextElement } from '@slack/types';
import { pieces } from '../../../shared/text/fit.ts';
import { LIMITS } from '../../limits.ts';
import { richBlock, richSection } from './rich-text.ts';

/** One paragraph, or a bulleted list of them. */
export type Passage =
  | { readonly flow: readonly RichTextElement[] }
  | { readonly items: readonly (readonly RichTextElement[])[] };

/** As few blocks as hold the passages, none of them longer than a section may be. Empty passages draw nothing. */
export function richBlocks(passages: readonly Passage[]): readonly RichTextBlock[] {
  const blocks: RichTextBlock[] = [];
  let open: RichTextBlockElement[] = [];
  let length = 0;
  const close = () => {
    if (open.length > 0) blocks.push(richBlock(...open));
    open = [];
    length = 0;
  };
  for (const element of passages.flatMap(elementsOf)) {
    const own = lengthOfElement(element);
    if (length + own > LIMITS.section.chars) close();
    open.push(element);
    length += own;
  }
  close();
  return blocks;
}

function elementsOf(passage: Passage): readonly RichTextBlockElement[] {
  if ('flow' in passage) return split(passage.flow).map(richSection);
  return grouped(passage.items.flatMap(split)).map((items) => ({
    type: 'rich_text_list',
    style: 'bullet',
    elements: items.map(richSection),
  }));
}

type Run = readonly RichTextElement[];

/** Lists that stay within one block each. */
function grouped(items: readonly Run[]): readonly (readonly Run[])[] {
  const groups: Run[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const item of items) {
    if (length + lengthOf(item) > LIMITS.section.chars) {
      groups.push([]);
      length = 0;
    }
    groups.at(-1)?.push(item);
    length += lengthOf(item);
  }
  return groups;
}

/** One run of elements, cut where a block would get too long. */
function split(run: Run): readonly Run[] {
  const runs: RichTextElement[][] = [[]];
  let length = 0;
  for (const element of run.flatMap(cut)) {
    if (length > 0 && length + lengthOf([element]) > LIMITS.section.chars) {
      runs.push([]);
      length = 0;
    }
    runs.at(-1)?.push(element);
    length += lengthOf([element]);
  }
  return runs.filter((elements) => elements.length > 0);
}

function cut(element: RichTextElement): readonly RichTextElement[] {
  if (element.type !== 'text') return [element];
  return pieces(element.text, LIMITS.section.chars).map((text) => ({ ...element, text }));
}

function lengthOfElement(element: RichTextBlockElement): number {
  if (element.type === 'rich_text_list') {
    return element.elements.reduce((sum, item) => sum + lengthOf(item.elements), 0);
  }
  return lengthOf(element.elements);
}

/** Dates and links count for what they may be shown as. */
function lengthOf(run: Run): number {
  return run.reduce((sum, element) => sum + elementLength(element), 0);
}

function elementLength(element: RichTextElement): number {
  if (element.type === 'text') return element.text.length;
  if (element.type === 'link') return (element.text ?? '').length + element.url.length;
  return element.type === 'date' ? element.format.length + (element.fallback ?? '').length : 0;
}
