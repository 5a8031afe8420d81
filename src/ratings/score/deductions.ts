/** Deductions (domain-rules §7.3): taken off after the combination, each with its own cap and one over all. */
import { Decimal } from 'decimal.js';
import { decimal, type Score, stored, sum, ZERO } from '../decimal.ts';
import { DEDUCTIONS } from '../rules.ts';
import type { Faults } from './evidence.ts';

export interface Deductions {
  readonly complaints: Score;
  readonly incidents: Score;
  readonly lateFilings: Score;
  /** At most 30. */
  readonly total: Score;
}

export const NO_DEDUCTIONS: Deductions = {
  complaints: ZERO,
  incidents: ZERO,
  lateFilings: ZERO,
  total: ZERO,
};

export function deductions(faults: Faults): Deductions {
  const complaints = stored(
    Decimal.min(DEDUCTIONS.complaintsMost, eachComplaint(faults.storeMonths).times(faults.complaints)),
  );
  const incidents = sum(faults.incidents.map((severity) => decimal(DEDUCTIONS.incident[severity])));
  const lateFilings = decimal(
    Math.min(DEDUCTIONS.lateFilingsMost, faults.lateFilings * DEDUCTIONS.lateFiling),
  );
  const total = Decimal.min(DEDUCTIONS.most, sum([complaints, incidents, lateFilings]));
  return { complaints, incidents, lateFilings, total };
}

/** What one upheld complaint costs somebody with so many store-months in the quarter. */
function eachComplaint(storeMonths: number): Decimal {
  const { complaint, complaintStoreMonths } = DEDUCTIONS;
  return decimal(complaint * complaintStoreMonths).div(Math.max(complaintStoreMonths, storeMonths));
}
