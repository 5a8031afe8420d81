import { type JsonObject, objectAt, objectsAt } from '../../common/json.ts';
import type { Problem } from '../rest/refusal.ts';

type Path = Problem['path'];

/** https://discord.com/developers/docs/components/reference#component-object-component-types */
export const COMPONENT = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

const SELECTS: ReadonlySet<unknown> = new Set([3, 5, 6, 7, 8]);

export const isSelect = (component: JsonObject): boolean => SELECTS.has(component.type);

/** A component and where it stands in the body. */
export interface Placed {
  readonly component: JsonObject;
  readonly path: Path;
}

/** Every component, those within others too, in reading order. */
export function placedIn(components: readonly JsonObject[], at: Path = ['components']): Placed[] {
  return components.flatMap((component, index) => {
    const path = [...at, index];
    return [{ component, path }, ...within(component, path)];
  });
}

function within(component: JsonObject, path: Path): Placed[] {
  const single = ['accessory', 'component'].flatMap((key) => {
    const inner = objectAt(component, key);
    return inner ? [{ component: inner, path: [...path, key] }] : [];
  });
  return [...placedIn(objectsAt(component, 'components'), [...path, 'components']), ...single];
}

export function problem(path: Path, code: string, message: string): Problem {
  return { path, code, message };
}

/** Values that stand more than once. */
export function repeated(placed: readonly Placed[], key: string): Placed[] {
  const seen = new Set<unknown>();
  return placed.filter(({ component }) => {
    const value = component[key];
    if (value === undefined || value === null) return false;
    const again = seen.has(value);
    seen.add(value);
    return again;
  });
}

export const isFilled = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
