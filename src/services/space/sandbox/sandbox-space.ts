import type { App } from '../../../app.ts';
import type { ServiceItem } from '../../../directory/records/service-item.ts';
import { PROGRAMME_ZONE } from '../../../ratings/cycle/quarter.ts';
import { today } from '../../../reports/periods.ts';
import { isRefused, ok, type Result } from '../../../result.ts';
import type { KeyHolder } from '../../access/actions/authenticate.ts';
import { oweEvents } from '../../webhooks/events.ts';
import { reportEvent } from '../../webhooks/record-events.ts';
import { sliceById, sliceOf } from '../slice.ts';
import type { ProviderSpace, ReportDetails } from '../space.ts';
import { addSampleItem, changeSampleItem } from './items.ts';
import { changeSample, loadSample, type Step } from './kept-sample.ts';
import { uploadToSample } from './months.ts';
import { SAMPLE_RATING } from './rating.ts';
import {
  attachToSample,
  type Filling,
  findSample,
  sampleBlanks,
  saveSampleDraft,
  submitSample,
} from './reports.ts';
import type { Sample, SampleItem, SampleReport } from './sample.ts';

/** A sample of the application's own, by the rules of the record: nothing of it reaches anybody. */
export function sandboxSpace(app: App, { applicationId, providerId, person }: KeyHolder): ProviderSpace {
  const sample = async (): Promise<Sample> => (await loadSample(app, applicationId)).sample;
  const changed = <T>(step: (sample: Sample) => Result<Step<T>> | Promise<Result<Step<T>>>) =>
    changeSample(app, applicationId, step);
  const now = () => app.clock.now().toISOString();
  const filling = (): Filling => ({
    by: person.principalId,
    today: today(app.clock.now(), PROGRAMME_ZONE),
  });
  /** The application's own systems hear of it, as they would in the live mode. */
  const told = (done: Result<Step<SampleReport>>): Result<Step<SampleReport>> => {
    if (isRefused(done)) return done;
    const { id: reportId, state: to, stateSeq } = done.ok.answer;
    const step = { reportId, providerId, from: 'FILLING', to, stateSeq, at: app.clock.now() };
    const event = { ...reportEvent(step), mode: 'SANDBOX' as const, applicationId };
    return ok({ ...done.ok, also: oweEvents(app.queue, [event]) });
  };
  return {
    items: async (wanted) => sliceById((await sample()).items.map(shownItem), wanted),
    addItem: async (_asked, item) => mapped(await changed((s) => addSampleItem(s, item, now())), shownItem),
    changeItem: async (_asked, target, typed) =>
      mapped(await changed((s) => changeSampleItem(s, target, { typed, at: now() })), shownItem),
    withdrawItem: async (_asked, target) =>
      mapped(await changed((s) => changeSampleItem(s, target, { typed: 'withdraw', at: now() })), shownItem),

    reports: async ({ states, ...wanted }) => {
      const all = (await sample()).reports.filter(
        ({ state }) => states.length === 0 || states.includes(state),
      );
      return sliceById(all.map(shownReport), { ...wanted, newestFirst: true });
    },
    report: async (id) => mapped(findSample(await sample(), id), shownReport),
    saveDraft: (_asked, id, values) => changed((s) => saveSampleDraft(s, id, { values, filling: filling() })),
    submit: async (_asked, id, stateSeq) =>
      mapped(await changed((s) => told(submitSample(s, id, { stateSeq, filling: filling() }))), shownReport),
    attach: (_asked, id, file) => changed((s) => attachToSample(s, id, file)),

    storeMonths: async ({ storeId, after, limit }) => {
      const [, last = ''] = after ?? [];
      const months = (await sample()).months
        .filter((line) => (storeId === null || line.storeId === storeId) && line.month > last)
        .sort((a, b) => (a.month < b.month ? -1 : 1));
      return sliceOf(months, limit, (line) => [line.storeId, line.month]);
    },
    uploadMonths: (_asked, file) => changed((s) => uploadToSample(s, file, filling().today)),

    rating: async () => ok(SAMPLE_RATING),
  };
}

const mapped = <T, U>(result: Result<T>, show: (value: T) => U): Result<U> =>
  isRefused(result) ? result : ok(show(result.ok));

const shownItem = ({ updatedAt, ...item }: SampleItem): ServiceItem => ({
  ...{ ...item, providerId: 'prv_sandbox' },
  updatedAt: new Date(updatedAt),
});

const shownReport = (report: SampleReport): ReportDetails => ({
  ...report,
  deadlineAt: null,
  blanks: sampleBlanks(report),
});
