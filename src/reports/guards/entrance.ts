import { refuseReport } from '../lifecycle/refusals.ts';
import type { Guard } from './guard.ts';

/** G1: only the report entrance counts; the quotation and the online-payment route end here, and leave nothing behind. */
export const entrance: Guard = {
  id: 'G1',
  facts: [],
  refusals: (report) => (report.entryChannel === 'REPORT' ? [] : [refuseReport('wrong-entrance', {})]),
};
