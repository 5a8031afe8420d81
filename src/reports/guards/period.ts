import type { Refusal } from '../../result.ts';
import { refuseReport } from '../lifecycle/refusals.ts';
import { contains, periodOf } from '../periods.ts';
import type { Report, RequestedException } from '../report.ts';
import type { RuleSet } from '../rules.ts';
import { type Guard, hasException } from './guard.ts';

const SHORT_TERM = ['SEASONAL', 'TRIAL', 'CONTRACT_REMAINDER'] as const;

/**
 * G2: whole months, 12 to 36, and the reporting period inside the purchase period. Fewer months only by exception with
 * its reason, which then needs two approvals (§3.4).
 */
export const period: Guard = {
  id: 'G2',
  facts: [],
  refusals: (report, { rules }) => [
    ...monthsRefused(report, rules, 'purchase'),
    ...monthsRefused(report, rules, 'reporting'),
    ...outsidePurchase(report),
    ...report.request.exceptions.flatMap((exception) => reasonRefused(exception, rules)),
  ],
};

function monthsRefused(report: Report, rules: RuleSet, which: 'purchase' | 'reporting'): readonly Refusal[] {
  const field = which === 'purchase' ? 'purchaseMonths' : 'reportingMonths';
  const months = report.request[field];
  const { minimumMonths: minimum, maximumMonths: maximum } = rules;
  if (!Number.isInteger(months) || months < 1)
    return [refuseReport('months-not-whole', { period: which }, field)];
  if (months > maximum) return [refuseReport('too-many-months', { period: which, months, maximum }, field)];
  if (months >= minimum || hasException(report, ...SHORT_TERM)) return [];
  return [refuseReport('too-few-months', { period: which, months, minimum }, field)];
}

function outsidePurchase({ request }: Report): readonly Refusal[] {
  if (!isCountable(request.purchaseMonths) || !isCountable(request.reportingMonths)) return [];
  const purchase = periodOf(request.purchaseStart, request.purchaseMonths);
  const reporting = periodOf(request.reportingStart, request.reportingMonths);
  if (contains(purchase, reporting)) return [];
  const data = { from: purchase.start, until: purchase.end };
  return [refuseReport('reporting-outside-purchase', data, 'reportingStart')];
}

// A month count that was already refused has no period to compare.
const isCountable = (months: number): boolean => Number.isInteger(months) && months >= 1;

function reasonRefused(exception: RequestedException, rules: RuleSet): readonly Refusal[] {
  const minimum = rules.textMinimum.exception;
  if (exception.text.trim().length >= minimum) return [];
  return [refuseReport('exception-text-too-short', { exception: exception.code, minimum }, 'exceptions')];
}
