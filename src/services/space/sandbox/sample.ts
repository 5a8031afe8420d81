import type { ServiceItem } from '../../../directory/records/service-item.ts';
import { addMonths, reportingEnd } from '../../../reports/periods.ts';
import type { IsoDate } from '../../../reports/report.ts';
import type { MonthLine, ReportDetails } from '../space.ts';

/** Everything of one sandbox, as JSON keeps it. */
export interface Sample {
  readonly items: readonly SampleItem[];
  readonly reports: readonly SampleReport[];
  readonly months: readonly MonthLine[];
  /** Ids that were given so far. */
  readonly made: number;
}

export type SampleItem = Omit<ServiceItem, 'providerId' | 'updatedAt'> & { readonly updatedAt: string };
/** Its clock does not run: nobody waits. */
export type SampleReport = Omit<ReportDetails, 'deadlineAt' | 'blanks'>;

export const SANDBOX_STORE = { id: 'st_sandbox', name: 'Sandbox store 沙箱店铺' };
export const SANDBOX_CATEGORIES = ['BEAUTY_SKINCARE', 'BEAUTY_MAKEUP'];
/** More than anybody tries out; the oldest go. */
const MOST_REPORTS = 20;

export function freshSample(today: IsoDate, at: string): Sample {
  const item: SampleItem = {
    ...{ id: 'it_sandbox_1', name: 'Store operation', scope: 'OPERATIONS', description: 'A sample item.' },
    ...{ offered: true, version: 1, updatedAt: at },
  };
  return withOpenReport({ items: [item], reports: [], months: [], made: 1 }, today);
}

/** One more report that waits to be filled in, so that there always is one. */
export function withOpenReport(sample: Sample, today: IsoDate): Sample {
  const made = sample.made + 1;
  const start = addMonths(`${today.slice(0, 7)}-01`, 1);
  const report: SampleReport = {
    ...{ id: `CR-SANDBOX-${String(made).padStart(6, '0')}`, state: 'FILLING', stateSeq: 3, revision: 0 },
    ...{ revisionHash: null, store: SANDBOX_STORE, serviceScope: ['OPERATIONS'] },
    serviceItems: sample.items.slice(0, 1).map(({ id, name }) => ({ id, name })),
    ...{ purchaseStart: start, purchaseMonths: 12, reportingStart: start, reportingMonths: 12 },
    ...{ reportingEnd: reportingEnd(start, 12), draft: {}, evidence: [], comments: [] },
    contacts: { names: ['Sandbox Owner'], outOfChat: 'owner@sandbox.example' },
  };
  return { ...sample, made, reports: [report, ...sample.reports].slice(0, MOST_REPORTS) };
}
