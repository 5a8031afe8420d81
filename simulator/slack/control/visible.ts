import { isObject, type Json, type JsonObject, objectAt, objectsAt, stringAt } from '../../common/json.ts';
import { placedElements } from '../state/modals/elements.ts';
import { currentValue } from '../state/modals/modal-values.ts';
import type { EphemeralMessage, Message, View } from '../state/model.ts';
import type { Workspace } from '../state/workspace.ts';
import { type RenderedText, renderMrkdwn } from './mrkdwn.ts';

/** Whose eyes: zone, language and names differ from person to person. */
export interface Reader {
  readonly workspace: Workspace;
  readonly user: string;
}

/** All the words of a message as its reader sees them; what blocks show replaces the fallback text. */
export function visibleMessage(reader: Reader, message: Message | EphemeralMessage): RenderedText {
  const files = 'files' in message ? message.files.map((id) => fileName(reader, id)) : [];
  const own =
    message.blocks.length > 0 ? renderBlocks(reader, message.blocks) : [mrkdwn(reader, message.text)];
  const attached = message.attachments.flatMap((attachment) => [
    ...renderBlocks(reader, objectsAt(attachment, 'blocks')),
    ...['pretext', 'title', 'text', 'footer'].flatMap((key) => mrkdwnAt(reader, attachment, key)),
  ]);
  return joined([...own, ...attached, ...files]);
}

/** A modal or home tab: title, blocks, what stands in its inputs, errors, buttons. */
export function visibleView(reader: Reader, view: View): RenderedText {
  const { content } = view;
  const title = view.type === 'modal' ? renderText(reader, objectAt(content, 'title')) : [];
  const blocks = objectsAt(content, 'blocks').flatMap((block) => [
    ...renderBlocks(reader, [block]),
    ...enteredIn(reader, view, block),
    ...plain(view.errors[stringAt(block, 'block_id') ?? '']),
  ]);
  const buttons = ['submit', 'close'].flatMap((key) => renderText(reader, objectAt(content, key)));
  return joined([...title, ...blocks, ...plain(view.failure), ...buttons]);
}

/** The words of some blocks, one part a text object, in reading order. */
export function renderBlocks(reader: Reader, blocks: readonly JsonObject[]): RenderedText[] {
  return blocks.flatMap((block) => renderWithin(reader, block));
}

// Walks anything that Block Kit nests and takes the words out in reading order.
function renderWithin(reader: Reader, value: Json | undefined): RenderedText[] {
  if (Array.isArray(value)) return value.flatMap((item) => renderWithin(reader, item));
  if (!isObject(value)) return [];
  if (isTextObject(value)) return renderText(reader, value);
  if (value.type === 'markdown') return plain(stringAt(value, 'text'));
  if (value.type === 'image') return [...renderWithin(reader, value.title), ...plain(imageWords(value))];
  const richText = stringAt(value, 'text');
  if (richText !== undefined) return plain(richText);
  if (value.type === 'user') return [mrkdwn(reader, `<@${stringAt(value, 'user_id')}>`)];
  if (value.type === 'broadcast') return [mrkdwn(reader, `<!${stringAt(value, 'range')}>`)];
  return ORDER.flatMap((key) => renderWithin(reader, value[key]));
}

/** Options, confirmations and metadata are not on the screen until somebody opens them. */
const ORDER = [
  'title',
  'subtitle',
  'label',
  'text',
  'body',
  'fields',
  'rows',
  'element',
  'elements',
  'accessory',
  'actions',
  'child_blocks',
  'placeholder',
  'hint',
] as const;

function isTextObject(value: JsonObject): boolean {
  return value.type === 'plain_text' || value.type === 'mrkdwn';
}

function imageWords(image: JsonObject): string {
  return `[${stringAt(image, 'alt_text') ?? ''}]`;
}

function renderText(reader: Reader, text: JsonObject | undefined): RenderedText[] {
  if (!text) return [];
  const words = stringAt(text, 'text') ?? '';
  return text.type === 'mrkdwn' ? [mrkdwn(reader, words)] : plain(words);
}

function enteredIn({ workspace }: Reader, view: View, block: JsonObject): RenderedText[] {
  return placedElements([block]).flatMap((placed) => {
    const value = currentValue(workspace, view, placed);
    return value ? plain(valueWords(value)) : [];
  });
}

/** What an input shows: the text, the chosen options' words, the date. */
function valueWords(value: JsonObject): string | undefined {
  const { type: _type, ...rest } = value;
  const words = Object.values(rest).flatMap(wordsOf);
  return words.length === 0 ? undefined : words.join(', ');
}

function wordsOf(item: Json | undefined): string[] {
  if (Array.isArray(item)) return item.flatMap(wordsOf);
  if (!isObject(item)) return item === null || item === undefined ? [] : [String(item)];
  return wordsOf(objectAt(item, 'text')?.text ?? item.name);
}

function mrkdwnAt(reader: Reader, from: JsonObject, key: string): RenderedText[] {
  const text = stringAt(from, key);
  return text === undefined ? [] : [mrkdwn(reader, text)];
}

function mrkdwn({ workspace, user }: Reader, text: string): RenderedText {
  return renderMrkdwn(workspace, text, user);
}

function plain(text: string | undefined): RenderedText[] {
  return text === undefined ? [] : [{ text, pings: [], links: [] }];
}

function fileName({ workspace }: Reader, id: string): RenderedText {
  return { text: `[file ${workspace.state.files[id]?.name ?? id}]`, pings: [], links: [] };
}

function joined(parts: readonly RenderedText[]): RenderedText {
  return {
    text: parts.map((part) => part.text).join('\n'),
    pings: parts.flatMap((part) => part.pings),
    links: parts.flatMap((part) => part.links),
  };
}
