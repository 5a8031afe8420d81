import type { Refusal } from '../../../result.ts';
import type { FieldFacts, FieldValues } from '../field-values.ts';
import { providerRuleRefusals } from './provider-rules.ts';
import { providerShape } from './provider-shape.ts';
import { readShape } from './shape.ts';
import { readStandards } from './standards.ts';

/** Everything that is wrong in the provider's draft, blanks left out. */
export function providerRefusals(raw: FieldValues, facts: FieldFacts): readonly Refusal[] {
  const { values, refusals } = readShape(providerShape(raw, facts), raw);
  return [
    ...refusals,
    ...providerRuleRefusals(values, facts),
    ...readStandards(raw, facts.serviceScope).refusals,
  ];
}
