/** Which standards a report must file, and which it may, by its service scope (domain-rules §5). */
import type { ServiceScope } from '../report.ts';
import { STANDARD_CODES, type StandardCode } from './line.ts';

interface ScopeStandards {
  readonly mandatory: readonly StandardCode[];
  readonly optional: readonly StandardCode[];
}

// Every cooperation owes the store a monthly report, a meeting, an urgent answer and a handover.
const COOPERATION: readonly StandardCode[] = ['QS07', 'QS08', 'QS09', 'QS10'];
const WHOLE_SHOP: ScopeStandards = {
  mandatory: ['QS01', 'QS02', 'QS03', 'QS04', 'QS05', 'QS06', ...COOPERATION],
  optional: ['QS11', 'QS12', 'QS13', 'QS14'],
};
const DELIVERED_WORK: ScopeStandards = { mandatory: [...COOPERATION, 'QS14'], optional: [] };

const BY_SCOPE: Readonly<Record<ServiceScope, ScopeStandards>> = {
  FULL: WHOLE_SHOP,
  OPERATIONS: WHOLE_SHOP,
  // Answers buyers, handles refunds and disputes, and ships nothing; DSR depends on goods it does not choose.
  CUSTOMER_SERVICE: {
    mandatory: ['QS01', 'QS02', 'QS04', 'QS05', ...COOPERATION],
    optional: ['QS06', 'QS14'],
  },
  // Is paid to spend the advertising budget well; sales also depend on price and stock, so they stay optional.
  MARKETING: { mandatory: [...COOPERATION, 'QS12'], optional: ['QS11', 'QS14'] },
  DESIGN: DELIVERED_WORK,
  // Ships the orders; what is in stock is mostly the store's own purchasing.
  WAREHOUSE_LOGISTICS: { mandatory: ['QS03', ...COOPERATION], optional: ['QS05', 'QS06', 'QS13', 'QS14'] },
  // Broadcasts are deliverables with dates; what they sell stays a target that the pair may agree.
  LIVE_CONTENT: { mandatory: [...COOPERATION, 'QS14'], optional: ['QS11', 'QS12'] },
  // Software is delivered against a list like design is.
  TECHNOLOGY: DELIVERED_WORK,
};

/** The rows that must hold a value or an N/A: the union over the report's scopes, in catalogue order. */
export function mandatoryStandards(scopes: readonly ServiceScope[]): readonly StandardCode[] {
  const wanted = new Set(scopes.flatMap((scope) => BY_SCOPE[scope].mandatory));
  return STANDARD_CODES.filter((code) => wanted.has(code));
}

/** The rows that the form offers: the mandatory ones, and those that make sense for the scope. */
export function offeredStandards(scopes: readonly ServiceScope[]): readonly StandardCode[] {
  const wanted = new Set(
    scopes.flatMap((scope) => [...BY_SCOPE[scope].mandatory, ...BY_SCOPE[scope].optional]),
  );
  return STANDARD_CODES.filter((code) => wanted.has(code));
}
