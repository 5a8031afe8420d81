/** What each blank standard will cost the provider, told before it submits (domain-rules §0, §5 dispute default). */
import type { ServiceScope } from '../report.ts';
import { CATALOGUE } from './catalogue.ts';
import type { StandardCode } from './line.ts';
import { mandatoryStandards } from './scopes.ts';

export interface BlankCost {
  readonly code: StandardCode;
  /** A mandatory blank also stops the submission (G6). */
  readonly blocks: boolean;
  /** Message keys: what is measured, and what a dispute about it would end in. */
  readonly metric: string;
  readonly message: string;
}

/** One entry a blank, in the order given. The message of each says that the finding goes against the provider. */
export function blankCost(
  blanks: readonly StandardCode[],
  scopes: readonly ServiceScope[],
): readonly BlankCost[] {
  const mandatory = mandatoryStandards(scopes);
  return blanks.map((code) => ({
    code,
    blocks: mandatory.includes(code),
    metric: `standards.metric.${CATALOGUE[code].metric}`,
    message: `standards.blank-cost.${code}`,
  }));
}
