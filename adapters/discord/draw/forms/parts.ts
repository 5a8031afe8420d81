import type { APILabelComponent } from 'discord-api-types/v10';
import type { Locale } from '../../../../src/chat/conversation.ts';
import type { FormPage } from '../../../../src/chat/form.ts';
import { LIMITS } from '../../limits.ts';
import { bold, markdown } from '../text/markdown.ts';
import { type DrawnInput, fieldInputs } from './inputs.ts';

/** As much of a page as one modal shows: its inputs, and one text above them. */
export interface Part {
  readonly text: string;
  readonly inputs: readonly APILabelComponent[];
  /** Names of the fields, for whoever looks for the part that a field stands in. */
  readonly fields: readonly string[];
}

interface OpenPart {
  texts: string[];
  inputs: APILabelComponent[];
  fields: string[];
}

const NOTE = 1_000;
/** Discord documents no limit for a modal's text; a message's is kept to. */
const TEXT = LIMITS.messageText.chars;

/** A page in parts, in the order of its fields. There is always one. */
export function partsOf(page: FormPage<string>, locale: Locale): readonly Part[] {
  const intro = page.intro === undefined ? '' : markdown(page.intro, locale, NOTE);
  const parts: OpenPart[] = [opened(intro === '' ? [] : [intro])];
  let waiting: string[] = [];
  for (const field of page.fields) {
    if (field.kind === 'note') {
      waiting.push(markdown(field.text, locale, NOTE));
      continue;
    }
    // Discord has no menu without options.
    if ('options' in field && field.options.length === 0) waiting.push(`${bold(field.label, NOTE)} –`);
    const inputs = fieldInputs(field, locale);
    keepTogether(parts, inputs, waiting);
    for (const input of inputs) {
      const notes = [...waiting, ...(input.note === undefined ? [] : [input.note])];
      add(roomyPart(parts, notes), input, notes);
      waiting = [];
    }
  }
  lastOf(parts).texts.push(...waiting);
  return parts.map(({ texts, ...part }) => ({ ...part, text: cut(texts.join('\n\n')) }));
}

const opened = (texts: string[]): OpenPart => ({ texts, inputs: [], fields: [] });

function lastOf(parts: OpenPart[]): OpenPart {
  const last = parts.at(-1);
  if (last) return last;
  const first = opened([]);
  parts.push(first);
  return first;
}

/** The last part if one more input with its notes fits it, else a new one. */
function roomyPart(parts: OpenPart[], notes: readonly string[]): OpenPart {
  const last = lastOf(parts);
  if (fits(last, 1, notes) || last.inputs.length === 0) return last;
  const next = opened([]);
  parts.push(next);
  return next;
}

/** The menus of one question are answered side by side, where a modal holds them all. */
function keepTogether(parts: OpenPart[], inputs: readonly DrawnInput[], waiting: readonly string[]): void {
  const last = lastOf(parts);
  const notes = [...waiting, ...inputs.flatMap(({ note }) => note ?? [])];
  if (inputs.length < 2 || last.inputs.length === 0 || fits(last, inputs.length, notes)) return;
  const next = opened([]);
  if (fits(next, inputs.length, notes)) parts.push(next);
}

function fits(part: OpenPart, more: number, notes: readonly string[]): boolean {
  const texts = [...part.texts, ...notes];
  const taken = part.inputs.length + (texts.length > 0 ? 1 : 0);
  return taken + more <= LIMITS.modal.components && texts.join('\n\n').length <= TEXT;
}

function add(part: OpenPart, { field, label }: DrawnInput, notes: readonly string[]): void {
  // Several menus of one question have the same to say.
  part.texts.push(...notes.filter((note) => !part.texts.includes(note)));
  part.inputs.push(label);
  part.fields.push(field);
}

// Whole lines only, so that no escape is cut in half.
function cut(text: string): string {
  if (text.length <= TEXT) return text;
  const end = text.lastIndexOf('\n', TEXT - 2);
  return `${text.slice(0, Math.max(0, end))}\n…`;
}

/** Whether everything from this part on may be left as it is; a question that was begun before it may not. */
export function isOptionalFrom({ fields }: FormPage<string>, parts: readonly Part[], index: number): boolean {
  const before = new Set(parts.slice(0, index).flatMap((part) => part.fields));
  const optional = new Set(
    fields.flatMap((field) => (field.kind !== 'note' && field.optional ? [field.name] : [])),
  );
  return parts
    .slice(index)
    .flatMap((part) => part.fields)
    .every((field) => optional.has(field) && !before.has(field));
}

/** The part in which a field stands; the first one for a field that is on none. */
export function partOfField(parts: readonly Part[], field: string): number {
  return Math.max(
    0,
    parts.findIndex(({ fields }) => fields.includes(field)),
  );
}
