import { oneOf } from '../../../reports/fields/typed/choice.ts';
import { requiredChoice } from '../../../reports/fields/typed/field-schema.ts';
import { isRefused, ok } from '../../../result.ts';
import type { Deed } from '../../actions/deed.ts';
import { takeStep } from '../../actions/step.ts';
import { readFields } from '../../fields.ts';
import { OUT_OF_SCOPE } from '../fields.ts';

const FIELDS = { scope: requiredChoice(oneOf(OUT_OF_SCOPE)) };

/** Legal advice and decisions on loans are not given here (domain-rules §13): the provider is told where to go instead. */
export const declareOutOfScope: Deed = (app, input) =>
  takeStep(app, input, {
    kind: 'consultation',
    event: 'out-of-scope',
    judge: () => {
      const read = readFields(FIELDS, input.values);
      return isRefused(read) ? read : ok({ note: { scope: read.ok.scope } });
    },
  });
