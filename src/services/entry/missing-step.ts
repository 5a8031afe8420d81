/** What still stands between a provider and an effective relationship (domain-rules §9, §13). Pure. */
import type { ReportState, Side } from '../../reports/report.ts';

/** The furthest first. Drafts are the store's own, and what is over leads nowhere. */
export const ON_THE_WAY = [
  'SUSPENDED',
  'SCHEDULED',
  'STAFF_REVIEW',
  'INFO_REQUESTED',
  'STORE_CONFIRM',
  'FILLING',
  'REQUESTED',
] as const satisfies readonly ReportState[];

export interface FurthestReport {
  readonly id: string;
  readonly state: (typeof ON_THE_WAY)[number];
  readonly storeName: string;
  readonly infoFrom: Side | null;
}

/** Under `services.missing`: which step is missing, and whose it is. */
export const missingStep = ({ state, infoFrom }: FurthestReport): string =>
  state === 'INFO_REQUESTED' ? `INFO_REQUESTED_${infoFrom ?? 'provider'}` : state;
