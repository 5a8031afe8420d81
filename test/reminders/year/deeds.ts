import type { ReportEvent } from '../../../src/reports/lifecycle/events.ts';
import type { ReportState } from '../../../src/reports/report.ts';
import { EVENTS } from '../../reports/lifecycle/events.ts';

interface Deed {
  readonly who: 'owner' | 'admin' | 'reviewer';
  readonly events: readonly [ReportEvent, ...ReportEvent[]];
}

/** What each state waits for; the first of the events leads on. */
export const DEEDS: Readonly<Partial<Record<ReportState, Deed>>> = {
  REQUESTED: { who: 'admin', events: [EVENTS.accept, EVENTS.accept, EVENTS.accept, EVENTS.decline] },
  FILLING: { who: 'admin', events: [EVENTS.submit] },
  STORE_CONFIRM: { who: 'owner', events: [EVENTS.confirm, EVENTS.confirm, EVENTS.returnByStore] },
  STAFF_REVIEW: {
    who: 'reviewer',
    events: [EVENTS.approve, EVENTS.approve, EVENTS.reject, EVENTS.askInformation],
  },
  INFO_REQUESTED: { who: 'admin', events: [EVENTS.answerInformation] },
};
