import { isRefused, type Refusal, refusalsOf } from '../../../result.ts';
import type { StandardLine } from '../../quality-standards/line.ts';
import { parseStandard } from '../../quality-standards/parse-line.ts';
import { offeredStandards } from '../../quality-standards/scopes.ts';
import type { ServiceScope } from '../../report.ts';
import type { FieldValues } from '../field-values.ts';
import { currencyIn } from '../pages/fees.ts';

export interface ReadStandards {
  /** Blank standards are left out. */
  readonly lines: readonly StandardLine[];
  readonly refusals: readonly Refusal[];
}

/** Every standard of the scope as far as it can be read, in catalogue order. */
export function readStandards(raw: FieldValues, scopes: readonly ServiceScope[]): ReadStandards {
  const currency = currencyIn(raw);
  const results = offeredStandards(scopes).map((code) => parseStandard(code, raw, { currency }));
  return {
    lines: results.flatMap((result) => (isRefused(result) ? [] : (result.ok ?? []))),
    refusals: results.flatMap((result) => (isRefused(result) ? refusalsOf(result) : [])),
  };
}
