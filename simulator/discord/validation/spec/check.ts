import type { ZodMiniType } from 'zod/mini';
import type { $ZodIssue } from 'zod/v4/core';
import type { Journal } from '../../../common/journal.ts';
import { isObject, type Json, type JsonObject } from '../../../common/json.ts';
import { DiscordRefusal, type Problem } from '../../rest/refusal.ts';

type Path = readonly (string | number)[];

/** Refuses with 50035 what Discord's own description of its API does not allow. */
export function checkBody(schema: ZodMiniType<object>, body: Json): void {
  const parsed = schema.safeParse(body, { reportInput: true });
  if (!parsed.success)
    throw new DiscordRefusal('invalidForm', {
      problems: parsed.error.issues.flatMap((issue) => problemsOf(issue)),
    });
}

/** Discord drops fields that it does not know; whoever sends one believes something that is not so. */
export function reportUnknown(
  schema: ZodMiniType<object>,
  body: JsonObject,
  { journal, where }: { readonly journal: Journal; readonly where: string },
): void {
  const parsed = schema.safeParse(body);
  const unknown = parsed.success ? droppedFrom(body, parsed.data) : [];
  if (unknown.length > 0) journal.violation(where, 'unknown_field', unknown);
}

function droppedFrom(sent: unknown, kept: unknown, at = ''): string[] {
  if (Array.isArray(sent) && Array.isArray(kept))
    return sent.flatMap((item, index) => droppedFrom(item, kept[index], `${at}[${index}]`));
  if (!isObject(sent) || !isObject(kept)) return [];
  return Object.entries(sent).flatMap(([key, value]) => {
    const path = at === '' ? key : `${at}.${key}`;
    // The libraries always send some fields, empty; that changes nothing.
    if (value === undefined || value === null || value === false) return [];
    return key in kept ? droppedFrom(value, kept[key], path) : [path];
  });
}

function problemsOf(issue: $ZodIssue, prefix: Path = []): Problem[] {
  const path = [...prefix, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return nearest(issue.errors).flatMap((inner) => problemsOf(inner, path));
  }
  return [{ path, ...saidOf(issue) }];
}

/** Of a choice between shapes, the one that was meant: its `type` fits, and least is wrong with it. */
function nearest(branches: readonly (readonly $ZodIssue[])[]): readonly $ZodIssue[] {
  const meant = branches.filter(
    (issues) => !issues.some(({ path }) => path.length === 1 && path[0] === 'type'),
  );
  const [best] = (meant.length > 0 ? meant : branches).toSorted((a, b) => a.length - b.length);
  return best ?? [];
}

function saidOf(issue: $ZodIssue): Omit<Problem, 'path'> {
  switch (issue.code) {
    case 'too_big':
      return {
        code: lengthCode(issue.origin, 'MAX'),
        message: `Must be ${issue.maximum} or fewer in length.`,
      };
    case 'too_small':
      return {
        code: lengthCode(issue.origin, 'MIN'),
        message: `Must be at least ${issue.minimum} in length.`,
      };
    case 'invalid_type':
      return issue.input === undefined
        ? { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }
        : { code: 'BASE_TYPE_BAD_TYPE', message: `Must be of type ${issue.expected}.` };
    case 'invalid_value':
      return {
        code: 'BASE_TYPE_CHOICES',
        message: `Value must be one of {${issue.values.map(String).join(', ')}}.`,
      };
    default:
      return { code: 'BASE_TYPE_INVALID', message: issue.message ?? 'Invalid value' };
  }
}

function lengthCode(origin: string, bound: 'MAX' | 'MIN'): string {
  return origin === 'number' ? `NUMBER_TYPE_${bound}` : `BASE_TYPE_${bound}_LENGTH`;
}
