import type { Role } from '../../people/principal.ts';
import { type Refusal, refusalsOf } from '../../result.ts';
import type { Inline, Text } from '../text.ts';
import { plain } from '../text.ts';
import { codeWord } from './codes.ts';
import { roleName, roleNames } from './names.ts';
import type { Translate } from './translate.ts';

/** The refusal `reports.wrong-entrance` is the message `reports.refused.wrong-entrance`. */
export const refusalKey = (code: string, part: 'refused' | 'next' = 'refused'): string => {
  const [domain = '', ...name] = code.split('.');
  return [domain, part, ...name].join('.');
};

/** One refusal in the reader's words; its companions (`also`) are not told. */
export function refusalText(t: Translate, refusal: Refusal): Text {
  return t.text(refusalKey(refusal.refused), readable(t, refusal.data));
}

/** Every refusal of the bundle, each in its own words. */
export function refusalTexts(t: Translate, refusal: Refusal): readonly Text[] {
  return refusalsOf(refusal).map((each) => refusalText(t, each));
}

/** What to do next, where the domain says so (`reports.next.wrong-entrance`). */
export function nextStep(t: Translate, { refused, data }: Refusal): Text | undefined {
  const key = refusalKey(refused, 'next');
  return t.has(key) ? t.text(key, readable(t, data)) : undefined;
}

export interface FieldErrors {
  readonly errors: Readonly<Record<string, string>>;
  /** What belongs beside no field. */
  readonly summary?: string;
}

/** The bundle sorted to the fields of a form; two refusals of one field stand under each other. */
export function fieldErrors(t: Translate, refusal: Refusal): FieldErrors {
  const errors: Record<string, string> = {};
  const rest: string[] = [];
  for (const each of refusalsOf(refusal)) {
    const text = plain(refusalText(t, each));
    if (each.field === undefined) rest.push(text);
    else errors[each.field] = [errors[each.field] ?? [], text].flat().join('\n');
  }
  return rest.length === 0 ? { errors } : { errors, summary: rest.join('\n') };
}

/** Codes of the record become words: roles get their names, lists become one line, instants stay instants. */
function readable(t: Translate, data: Refusal['data']): Readonly<Record<string, Inline | number>> {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, word(t, name, value)]));
}

function word(t: Translate, name: string, value: unknown): Inline | number {
  if (name === 'rolesNeeded' && Array.isArray(value)) return roleNames(t, value as readonly Role[]);
  if (name === 'role' && typeof value === 'string') return roleName(t, value as Role);
  // A line to copy from.
  if (name === 'example' && typeof value === 'string') return { code: value };
  return codeWord(t, name, value);
}
