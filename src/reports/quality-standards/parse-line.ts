/** One standard as typed, into one line (domain-rules §5). */

import { isRefused, ok, type Refusal, type Result, refuse } from '../../result.ts';
import type { FieldValues } from '../fields/field-values.ts';
import { isBlankText } from '../fields/typed/blank.ts';
import { typedText } from '../fields/typed/clean.ts';
import { textWithin } from '../fields/typed/text.ts';
import { CATALOGUE, type StandardSpec } from './catalogue.ts';
import type { StandardCode, StandardLine } from './line.ts';
import { parseRemedy } from './remedy.ts';
import { parseTarget } from './target.ts';

export const NA_REASON_LENGTH = { min: 10, max: 300 };

/**
 * Three inputs a standard: the target with its unit shown beside it, what a miss costs (a menu, repair in 7 days unless
 * chosen otherwise), and why the standard does not apply. Either a target or a reason is filled in.
 */
export const standardInputs = (code: StandardCode) => ({
  target: `${code}.target`,
  remedy: `${code}.remedy`,
  naReason: `${code}.naReason`,
});

/** One clause of the contract for the standards of the report; most contracts keep them in one annex. */
export const CLAUSE_INPUT = 'standardsClause';

export interface StandardContext {
  /** The report's currency, for QS11; null when none is filed. */
  readonly currency: string | null;
}

/**
 * The line, or null when the standard was left blank. Refusals name the input: `standards.na-reason-short`,
 * `standards.target-and-na`, and those of {@link parseTarget} and {@link parseRemedy}.
 */
export function parseStandard(
  code: StandardCode,
  raw: FieldValues,
  context: StandardContext,
): Result<StandardLine | null> {
  const names = standardInputs(code);
  const target = typedText(raw[names.target]);
  const naReason = typedText(raw[names.naReason]);
  if (isBlankText(target)) return isBlankText(naReason) ? ok(null) : notApplicable(code, raw, naReason);
  if (!isBlankText(naReason)) return refuse('standards.target-and-na', {}, names.naReason);
  return filed(code, raw, { typed: target, currency: context.currency });
}

function notApplicable(code: StandardCode, raw: FieldValues, naReason: string): Result<StandardLine> {
  const name = standardInputs(code).naReason;
  const length = [...naReason].length;
  if (length < NA_REASON_LENGTH.min) {
    return refuse('standards.na-reason-short', { min: NA_REASON_LENGTH.min, length }, name);
  }
  const text = textWithin(NA_REASON_LENGTH)(naReason);
  if (isRefused(text)) return beside(name, text);
  return ok({ ...lineOf(CATALOGUE[code], raw), target: null, remedy: null, naReason: text.ok });
}

interface TypedTarget {
  readonly typed: string;
  readonly currency: string | null;
}

function filed(code: StandardCode, raw: FieldValues, { typed, currency }: TypedTarget): Result<StandardLine> {
  const names = standardInputs(code);
  const target = parseTarget(CATALOGUE[code], typed, currency);
  if (isRefused(target)) return beside(names.target, target);
  const remedy = parseRemedy(typedText(raw[names.remedy]));
  if (isRefused(remedy)) return beside(names.remedy, remedy);
  return ok({ ...lineOf(CATALOGUE[code], raw), target: target.ok, remedy: remedy.ok, naReason: null });
}

const beside = (field: string, refusal: Refusal): Refusal => refuse(refusal.refused, refusal.data, field);

function lineOf(spec: StandardSpec, raw: FieldValues) {
  const { code, metric, operator, unit, window, source, sampleMin } = spec;
  const clause = typedText(raw[CLAUSE_INPUT]);
  const contractClause = isBlankText(clause) ? null : clause;
  return { code, metric, operator, unit, window, source, sampleMin, contractClause };
}

/** Whether nothing that counts was typed for the standard: neither a target nor a reason (domain-rules §3.3 G6). */
export function isBlankStandard(code: StandardCode, raw: FieldValues): boolean {
  const names = standardInputs(code);
  return isBlankText(typedText(raw[names.target])) && isBlankText(typedText(raw[names.naReason]));
}
