import { type JsonObject, objectsAt, stringAt } from '../../common/json.ts';
import type { Field } from '../state/modal-fields.ts';
import type { Entered } from '../state/model.ts';
import type { Servers } from '../state/servers.ts';
import { COMPONENT } from '../validation/walk.ts';

/** How a test or the page says what is entered: text, an option's value or words, several, files, a tick. `null` empties. */
export type Raw = string | number | boolean | null | readonly string[];

/** What stands in the input then; nothing when it does not take this. */
export function enteredFrom(servers: Servers, input: JsonObject, raw: Raw): Entered | undefined {
  if (input.type === COMPONENT.textInput) return textFrom(raw);
  if (input.type === COMPONENT.checkbox)
    return raw === null ? false : raw === true || raw === false ? raw : undefined;
  const values = wantedIn(raw).map((one) => valueFor(servers, input, one));
  return values.every((value) => value !== undefined) ? values : undefined;
}

function textFrom(raw: Raw): string | undefined {
  if (raw === null) return '';
  return typeof raw === 'object' ? undefined : String(raw);
}

function wantedIn(raw: Raw): readonly string[] {
  if (raw === null || raw === '') return [];
  return typeof raw === 'object' ? raw : [String(raw)];
}

function valueFor(servers: Servers, input: JsonObject, wanted: string): string | undefined {
  const options = objectsAt(input, 'options');
  if (options.length > 0) {
    const found =
      options.find(({ value }) => value === wanted) ?? options.find(({ label }) => label === wanted);
    return found && stringAt(found, 'value');
  }
  const { files, users, channels } = servers.state;
  const known: Readonly<Record<number, boolean>> = {
    [COMPONENT.fileUpload]: wanted in files,
    [COMPONENT.userSelect]: wanted in users,
    [COMPONENT.channelSelect]: wanted in channels,
  };
  return known[Number(input.type)] === true ? wanted : undefined;
}

/** What Discord's client says before it lets a form go. */
export function lack({ label, input }: Field, entered: Entered | undefined): string[] {
  const text = typeof entered === 'string' ? entered : undefined;
  if (input.type === COMPONENT.checkbox) return [];
  if (input.type === COMPONENT.textInput) return textLack(label, input, text ?? '');
  const chosen = Array.isArray(entered) ? entered.length : 0;
  if (chosen === 0) return input.required === false ? [] : [`"${label}" is required`];
  const min = typeof input.min_values === 'number' ? input.min_values : 1;
  const max = typeof input.max_values === 'number' ? input.max_values : mostOf(input);
  return chosen < min || chosen > max ? [`"${label}" takes ${min} to ${max}`] : [];
}

// Of tick boxes any number may be chosen unless the app says otherwise; of everything else, one.
function mostOf(input: JsonObject): number {
  return input.type === COMPONENT.checkboxGroup ? objectsAt(input, 'options').length : 1;
}

function textLack(label: string, input: JsonObject, text: string): string[] {
  if (text === '') return input.required === false ? [] : [`"${label}" is required`];
  const min = typeof input.min_length === 'number' ? input.min_length : 0;
  const max = typeof input.max_length === 'number' ? input.max_length : 4_000;
  return text.length < min || text.length > max ? [`"${label}" takes ${min} to ${max} characters`] : [];
}
