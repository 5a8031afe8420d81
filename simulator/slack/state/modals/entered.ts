import { isObject, type Json, type JsonObject, objectsAt, stringAt } from '../../../common/json.ts';
import { WHOLE } from '../../validation/limits/limits.ts';
import { fileObject } from '../../web-api/objects.ts';
import type { StoredFile } from '../model.ts';
import type { Workspace } from '../workspace.ts';
import { optionsOf } from './elements.ts';

/** What a person put into one element: text, an option's value or words, several of them, a date, file ids. */
export type Raw = string | number | null | readonly string[];

interface Entry {
  readonly element: JsonObject;
  readonly raw: Raw;
  readonly workspace: Workspace;
}

type Shape = (entry: Entry) => JsonObject | undefined;

/**
 * How each element reports its state. https://docs.slack.dev/reference/views/#state
 * Nothing comes back when the element cannot hold the value, e.g. a word that is not among its options.
 */
const SHAPES: Readonly<Record<string, Shape>> = {
  plain_text_input: textShape,
  email_text_input: textShape,
  url_text_input: textShape,
  number_input: textShape,
  static_select: (entry) => one(entry, 'selected_option'),
  external_select: (entry) => one(supplied(entry), 'selected_option'),
  radio_buttons: (entry) => one(entry, 'selected_option'),
  overflow: (entry) => one(entry, 'selected_option'),
  multi_static_select: (entry) => several(entry, 'selected_options'),
  multi_external_select: (entry) => several(supplied(entry), 'selected_options'),
  checkboxes: (entry) => several(entry, 'selected_options'),
  datepicker: (entry) => matching(entry, 'selected_date', /^\d{4}-\d{2}-\d{2}$/),
  timepicker: (entry) => matching(entry, 'selected_time', /^([01]\d|2[0-3]):[0-5]\d$/),
  datetimepicker: ({ raw }) => ({ selected_date_time: raw === null || raw === '' ? null : Number(raw) }),
  users_select: (entry) => id(entry, 'selected_user', 'users'),
  multi_users_select: (entry) => ids(entry, 'selected_users', 'users'),
  conversations_select: (entry) => id(entry, 'selected_conversation', 'conversations'),
  multi_conversations_select: (entry) => ids(entry, 'selected_conversations', 'conversations'),
  channels_select: (entry) => id(entry, 'selected_channel', 'conversations'),
  multi_channels_select: (entry) => ids(entry, 'selected_channels', 'conversations'),
  file_input: filesShape,
};

/** The state of an element that holds `raw`, or nothing when it cannot. */
export function stateValue(workspace: Workspace, element: JsonObject, raw: Raw): JsonObject | undefined {
  const type = stringAt(element, 'type') ?? '';
  const shaped = SHAPES[type]?.({ element, raw, workspace });
  return shaped && { type, ...shaped };
}

/** Buttons and overflow menus act and forget; everything else remembers what was chosen. */
export function holdsState(element: JsonObject): boolean {
  const type = stringAt(element, 'type') ?? '';
  return type in SHAPES && type !== 'overflow';
}

/** What the app put in beforehand, as if the person had entered it. */
export function initialRaw(element: JsonObject): Raw {
  const single = element.initial_option;
  if (isObject(single)) return stringAt(single, 'value') ?? null;
  const options = objectsAt(element, 'initial_options').flatMap((option) => stringAt(option, 'value') ?? []);
  if (options.length > 0) return options;
  const key = Object.keys(element).find((name) => name.startsWith('initial_'));
  return key === undefined ? null : asRaw(element[key]);
}

function asRaw(value: Json | undefined): Raw {
  if (typeof value === 'string' || typeof value === 'number') return value;
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : null;
}

function textShape({ raw }: Entry): JsonObject {
  return { value: raw === null || raw === '' ? null : String(raw) };
}

function one({ element, raw }: Entry, key: string): JsonObject | undefined {
  if (raw === null || raw === '') return { [key]: null };
  const option = findOption(element, String(raw));
  return option && { [key]: option };
}

function several({ element, raw }: Entry, key: string): JsonObject | undefined {
  const wanted = listOf(raw);
  const found = wanted.map((word) => findOption(element, word)).filter(isObject);
  return found.length === wanted.length ? { [key]: found } : undefined;
}

/** A menu that the app feeds takes what it was last fed, or what it started with. */
function supplied(entry: Entry): Entry {
  const { element, workspace } = entry;
  const fed = workspace.state.suggestions[stringAt(element, 'action_id') ?? ''] ?? [];
  const initial = [element.initial_option, element.initial_options].flat().filter(isObject);
  return { ...entry, element: { ...element, options: [...fed, ...initial] } };
}

/** By value first, then by the words shown. */
function findOption(element: JsonObject, word: string): JsonObject | undefined {
  const options = optionsOf(element);
  return (
    options.find((option) => option.value === word) ?? options.find((option) => wordsOf(option) === word)
  );
}

function wordsOf(option: JsonObject): string | undefined {
  return isObject(option.text) ? stringAt(option.text, 'text') : undefined;
}

function matching({ raw }: Entry, key: string, pattern: RegExp): JsonObject | undefined {
  if (raw === null || raw === '') return { [key]: null };
  return pattern.test(String(raw)) ? { [key]: String(raw) } : undefined;
}

function id(
  { raw, workspace }: Entry,
  key: string,
  among: 'users' | 'conversations',
): JsonObject | undefined {
  if (raw === null || raw === '') return { [key]: null };
  return String(raw) in workspace.state[among] ? { [key]: String(raw) } : undefined;
}

function ids(
  { raw, workspace }: Entry,
  key: string,
  among: 'users' | 'conversations',
): JsonObject | undefined {
  const wanted = listOf(raw);
  return wanted.every((one_) => one_ in workspace.state[among]) ? { [key]: [...wanted] } : undefined;
}

function filesShape({ element, raw, workspace }: Entry): JsonObject | undefined {
  const files = listOf(raw).map((fileId) => workspace.state.files[fileId]);
  if (files.some((file) => !file || !fitsInput(element, file))) return undefined;
  return { files: files.flatMap((file) => (file ? [fileObject(file, workspace.publicUrl())] : [])) };
}

// https://docs.slack.dev/reference/block-kit/block-elements/file-input-element
function fitsInput(element: JsonObject, { name, size }: StoredFile): boolean {
  const types = Array.isArray(element.filetypes) ? element.filetypes : undefined;
  const extension = name.split('.').at(-1)?.toLowerCase() ?? '';
  return size <= WHOLE.inputFileBytes && (types?.includes(extension) ?? true);
}

function listOf(raw: Raw): readonly string[] {
  if (raw === null || raw === '') return [];
  return Array.isArray(raw) ? raw : [String(raw)];
}
