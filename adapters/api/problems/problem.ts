import { nextStep, refusalText } from '../../../src/chat/messages/refusals.ts';
import type { Translate } from '../../../src/chat/messages/translate.ts';
import { plain } from '../../../src/chat/text.ts';
import { type Refusal, refusalsOf } from '../../../src/result.ts';
import { statusOf } from './status.ts';

export const PROBLEM_TYPE = 'application/problem+json';

/** https://www.rfc-editor.org/rfc/rfc9457, with our refusal's code, and what is wrong input by input. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  /** Names this request in the log and the audit trail. */
  readonly instance: string;
  /** What to do instead. */
  readonly next?: string;
  readonly errors?: readonly FieldProblem[];
}

export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly detail: string;
}

/** A refusal in the caller's language. Codes are stable; the words are for people. */
export function problemOf(t: Translate, refusal: Refusal, instance: string): Problem {
  const status = statusOf(refusal.refused);
  const errors = fieldProblems(t, refusalsOf(refusal));
  const next = nextStep(t, refusal);
  return {
    type: `urn:baobei:problem:${refusal.refused}`,
    title: t(`access.problem.${status}`),
    status,
    detail: plain(refusalText(t, refusal)),
    code: refusal.refused,
    instance,
    ...(next === undefined ? {} : { next: plain(next) }),
    ...(errors.length === 0 ? {} : { errors }),
  };
}

export const fieldProblems = (t: Translate, refusals: readonly Refusal[]): FieldProblem[] =>
  refusals.flatMap((each) =>
    each.field === undefined
      ? []
      : [{ field: each.field, code: each.refused, detail: plain(refusalText(t, each)) }],
  );
