import * as z from 'zod';
import { isObject, type JsonObject, parseJson } from '../../common/json.ts';
import { WebApiRefusal } from './refusal.ts';

/** Form bodies carry everything as text; JSON bodies carry types. Each argument accepts both, as Slack does. */
export const text = z.string();
export const flag = z.union([z.boolean(), z.stringbool({ truthy: ['true', '1'], falsy: ['false', '0'] })]);
export const integer = z.coerce.number().int();

/** An argument that travels as JSON text in a form. Text that is not JSON is refused with `malformed`. */
export function jsonObject(malformed = 'invalid_arguments') {
  return z.unknown().transform((value): JsonObject => {
    const parsed = decoded(value);
    if (!isObject(parsed)) throw new WebApiRefusal(malformed);
    return parsed;
  });
}

/** Like `jsonObject`, for lists of objects: blocks, attachments, files. */
export function jsonList(malformed: string) {
  return z.unknown().transform((value): readonly JsonObject[] => {
    const parsed = decoded(value);
    if (!Array.isArray(parsed) || !parsed.every(isObject)) throw new WebApiRefusal(malformed);
    return parsed;
  });
}

function decoded(value: unknown): unknown {
  return typeof value === 'string' ? parseJson(value) : value;
}

/** The zod issues in Slack's words. */
export function argumentProblems(error: z.ZodError): string[] {
  return error.issues.map((issue) => {
    const name = issue.path.join('.');
    if (issue.code === 'invalid_type' && issue.input === undefined) return `missing required field: ${name}`;
    return `${issue.message} [json-pointer:/${issue.path.join('/')}]`;
  });
}
