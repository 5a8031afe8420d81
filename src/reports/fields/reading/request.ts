import { type Refusal, refuse } from '../../../result.ts';
import { addDays } from '../../periods.ts';
import type { FieldValues, RequestFacts } from '../field-values.ts';
import { requestPartiesShape, requestShape } from '../pages/request.ts';
import { exceptionAndText, relationAndText } from './provider-rules.ts';
import { readShape, type ShapeValues } from './shape.ts';

export const wholeRequestShape = (facts: RequestFacts) => ({
  ...requestShape(facts),
  ...requestPartiesShape(facts),
});

type RequestValues = ShapeValues<ReturnType<typeof wholeRequestShape>>;

/** Everything that is wrong in the store's draft request, blanks left out; G2-G5 are judged by the guards. */
export function requestRefusals(raw: FieldValues, facts: RequestFacts): readonly Refusal[] {
  const { values, refusals } = readShape(wholeRequestShape(facts), raw);
  const rules = [
    operatorNeedsScope(values),
    renewalInWindow(values, facts),
    relationAndText(values),
    exceptionAndText(values),
  ];
  return [...refusals, ...rules.filter((rule) => rule !== null)];
}

function operatorNeedsScope({ primaryOperator, serviceScope }: RequestValues): Refusal | null {
  if (primaryOperator !== true || serviceScope === undefined) return null;
  const operates = serviceScope.includes('OPERATIONS') || serviceScope.includes('FULL');
  return operates ? null : refuse('fields.operator-without-operations', {}, 'primaryOperator');
}

const RENEWAL_WINDOW = { daysAfterEnd: 30, daysBeforeEnd: 120 };

/** A report may be renewed while its end lies within [today - 30, today + 120] (domain-rules §4.2). */
function renewalInWindow(
  { renewsReportId }: RequestValues,
  { renewable, today }: RequestFacts,
): Refusal | null {
  const renewed = renewable.find((report) => report.id === renewsReportId);
  if (renewed === undefined) return null;
  const from = addDays(today, -RENEWAL_WINDOW.daysAfterEnd);
  const until = addDays(today, RENEWAL_WINDOW.daysBeforeEnd);
  if (from <= renewed.reportingEnd && renewed.reportingEnd <= until) return null;
  return refuse('fields.renewal-window', { end: renewed.reportingEnd, from, until }, 'renewsReportId');
}
