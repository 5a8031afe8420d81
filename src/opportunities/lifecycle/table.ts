import { isRefused, ok, type Result, refuse } from '../../result.ts';
import type { OpportunityState } from './states.ts';

export const EVENTS = ['edit', 'publish', 'slate', 'interest', 'meet', 'win', 'lose', 'withdraw'] as const;
export type OpportunityEvent = (typeof EVENTS)[number];

export interface Transition {
  readonly event: OpportunityEvent;
  readonly from: OpportunityState;
  readonly to: OpportunityState;
}

const rows = (
  event: OpportunityEvent,
  ways: readonly (readonly [from: OpportunityState, to: OpportunityState])[],
): readonly Transition[] => ways.map(([from, to]) => ({ event, from, to }));

/**
 * Every change of state there is. Whoever was invited first may be interested before the slate is made, and a slate can be
 * made again while too few are; neither takes an opportunity back.
 */
export const TRANSITIONS: readonly Transition[] = [
  ...rows('edit', [['DRAFT', 'DRAFT']]),
  ...rows('publish', [['DRAFT', 'PUBLISHED']]),
  ...rows('slate', [
    ['PUBLISHED', 'SLATE_SENT'],
    ['SLATE_SENT', 'SLATE_SENT'],
    ['INTERESTED', 'INTERESTED'],
    ['MEETING', 'MEETING'],
  ]),
  ...rows('interest', [
    ['PUBLISHED', 'INTERESTED'],
    ['SLATE_SENT', 'INTERESTED'],
    ['INTERESTED', 'INTERESTED'],
    ['MEETING', 'MEETING'],
  ]),
  ...rows('meet', [
    ['INTERESTED', 'MEETING'],
    ['MEETING', 'MEETING'],
  ]),
  ...rows('win', [['MEETING', 'WON']]),
  ...rows('lose', [
    ['SLATE_SENT', 'LOST'],
    ['INTERESTED', 'LOST'],
    ['MEETING', 'LOST'],
  ]),
  ...rows('withdraw', [
    ['DRAFT', 'WITHDRAWN'],
    ['PUBLISHED', 'WITHDRAWN'],
    ['SLATE_SENT', 'WITHDRAWN'],
    ['INTERESTED', 'WITHDRAWN'],
    ['MEETING', 'WITHDRAWN'],
  ]),
];

/** Where the event leads from here. Refuses `opportunities.not-in-this-state`. */
export function nextState(state: OpportunityState, event: OpportunityEvent): Result<OpportunityState> {
  const row = TRANSITIONS.find((each) => each.event === event && each.from === state);
  return row ? ok(row.to) : refuse('opportunities.not-in-this-state', { opportunityState: state });
}

export const can = (state: OpportunityState, event: OpportunityEvent): boolean =>
  !isRefused(nextState(state, event));
