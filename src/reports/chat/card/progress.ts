import type { ProgressStep } from '../../../chat/card.ts';
import type { Translate } from '../../../chat/messages/translate.ts';
import type { Report, ReportState } from '../../report.ts';

/** The four steps of the founding rules: store requests, provider fills in, store confirms, staff approve. */
const STEPS = ['request', 'fill', 'confirm', 'approve'] as const;

/** How many steps are behind a case, by its state. */
const DONE: Readonly<Record<ReportState, number>> = {
  DRAFT: 0,
  REQUESTED: 1,
  FILLING: 1,
  STORE_CONFIRM: 2,
  STAFF_REVIEW: 3,
  INFO_REQUESTED: 3,
  SCHEDULED: 4,
  ACTIVE: 4,
  SUSPENDED: 4,
  NOTICE: 4,
  EXPIRED: 4,
  TERMINATED: 4,
  DECLINED: 1,
  WITHDRAWN: 0,
  LAPSED: 1,
  REJECTED: 3,
};

const FAILED: readonly ReportState[] = ['DECLINED', 'WITHDRAWN', 'LAPSED', 'REJECTED'];

export function progressOf(t: Translate, { state, revision }: Report): readonly ProgressStep[] {
  // A case that ended before its time ended at the step after the last one it reached.
  const done =
    state === 'WITHDRAWN' || state === 'LAPSED' ? Math.max(DONE[state], revision > 0 ? 2 : 1) : DONE[state];
  return STEPS.map((step, index) => ({
    label: t(`cases.step.${step}`),
    status: statusAt(state, index, done),
  }));
}

function statusAt(state: ReportState, index: number, done: number): ProgressStep['status'] {
  if (index < done) return 'done';
  if (index > done) return 'todo';
  return FAILED.includes(state) ? 'failed' : 'current';
}
