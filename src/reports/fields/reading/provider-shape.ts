import type { FieldFacts, FieldValues } from '../field-values.ts';
import { contractShape } from '../pages/contract.ts';
import { evidenceShape } from '../pages/evidence.ts';
import { feesShape } from '../pages/fees.ts';
import { standardsShape } from '../pages/standards.ts';
import { teamShape } from '../pages/team.ts';
import { termsShape } from '../pages/terms.ts';
import type { ShapeValues } from './shape.ts';

/** Every input of the provider but the standards' own; amounts are read in the draft's currency. */
export const providerShape = (raw: FieldValues, facts: FieldFacts) => ({
  ...contractShape(facts),
  ...feesShape(raw),
  ...teamShape(facts),
  ...termsShape(),
  ...standardsShape(),
  ...evidenceShape(facts.evidence),
});

export type ProviderValues = ShapeValues<ReturnType<typeof providerShape>>;
