/** The states of a training plan (domain-rules §10.1) as a table. */
export const PLAN_STATES = ['PROPOSED', 'ACCEPTED', 'RUNNING', 'DONE', 'STOPPED'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export const PLAN_EVENTS = ['accept', 'begin', 'finish', 'stop', 'drop'] as const;
export type PlanEvent = (typeof PLAN_EVENTS)[number];

interface PlanTransition {
  readonly event: PlanEvent;
  readonly from: readonly PlanState[];
  readonly to: PlanState;
}

const PLAN_TRANSITIONS: readonly PlanTransition[] = [
  { event: 'accept', from: ['PROPOSED'], to: 'ACCEPTED' },
  /** A coach is named, or the first task is done. */
  { event: 'begin', from: ['ACCEPTED'], to: 'RUNNING' },
  { event: 'stop', from: ['PROPOSED', 'ACCEPTED', 'RUNNING'], to: 'STOPPED' },
  /** With the last check: what was begun is done, what never began is stopped. */
  { event: 'finish', from: ['RUNNING'], to: 'DONE' },
  { event: 'drop', from: ['ACCEPTED'], to: 'STOPPED' },
];

/** Where the event leads from this state; null where it is not possible. */
export const planAfter = (state: PlanState, event: PlanEvent): PlanState | null =>
  PLAN_TRANSITIONS.find((row) => row.event === event && row.from.includes(state))?.to ?? null;

/** States in which tasks are worked on. */
export const isUnderWay = (state: PlanState): boolean => state === 'ACCEPTED' || state === 'RUNNING';
