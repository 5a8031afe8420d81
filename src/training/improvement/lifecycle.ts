/** The ladder of a provider that falls behind (domain-rules §11) as a table. Demotion is the rating's own (§7.6). */
import { ok, type Result, refuse } from '../../result.ts';

export const CASE_STATES = [
  'OPEN',
  'TALKED',
  'PLANNED',
  'FAILED',
  'EXIT_PROPOSED',
  'MET',
  'CLOSED',
  'EXITED',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

export const CASE_EVENTS = ['talk', 'plan', 'meet', 'fail', 'close', 'proposeExit', 'exit', 'keep'] as const;
export type CaseEvent = (typeof CASE_EVENTS)[number];

interface CaseTransition {
  readonly event: CaseEvent;
  readonly from: readonly CaseState[];
  readonly to: CaseState;
}

const CASE_TRANSITIONS: readonly CaseTransition[] = [
  { event: 'talk', from: ['OPEN'], to: 'TALKED' },
  { event: 'plan', from: ['TALKED'], to: 'PLANNED' },
  { event: 'meet', from: ['PLANNED'], to: 'MET' },
  { event: 'fail', from: ['PLANNED'], to: 'FAILED' },
  { event: 'close', from: ['TALKED', 'FAILED'], to: 'CLOSED' },
  { event: 'proposeExit', from: ['FAILED'], to: 'EXIT_PROPOSED' },
  { event: 'exit', from: ['EXIT_PROPOSED'], to: 'EXITED' },
  { event: 'keep', from: ['EXIT_PROPOSED'], to: 'CLOSED' },
];

const ENDED: readonly CaseState[] = ['MET', 'CLOSED', 'EXITED'];
export const isEnded = (state: CaseState): boolean => ENDED.includes(state);

/** What calls a case open: a rating's, a silence's, or a fraud. */
export const AT_RISK = 'at-risk';
export const FRAUD = 'fraud';
export const TRAINING_DROPPED = 'training-dropped';

export interface CaseFacts {
  readonly state: CaseState;
  readonly signals: readonly string[];
  /** Days since the first day of the written plan; null: there is none. */
  readonly planDays: number | null;
}

/** Days after which a written plan may be said to have failed. */
const PLAN_DAYS = 90;

/**
 * Where an event leads. Being at risk calls for the plan at once, and not less than it; a fraud, for which the rating is suspended,
 * skips the ladder. Refuses `training.case-changed`, `training.plan-due`, `training.plan-runs`.
 */
export function caseAfter(facts: CaseFacts, event: CaseEvent): Result<CaseState> {
  const { state, signals, planDays } = facts;
  const atRisk = signals.includes(AT_RISK);
  if (event === 'proposeExit' && signals.includes(FRAUD) && !isEnded(state) && state !== 'EXIT_PROPOSED')
    return ok('EXIT_PROPOSED');
  if (event === 'plan' && state === 'OPEN' && atRisk) return ok('PLANNED');
  const row = CASE_TRANSITIONS.find((each) => each.event === event && each.from.includes(state));
  if (!row) return refuse('training.case-changed');
  if (event === 'close' && state === 'TALKED' && atRisk) return refuse('training.plan-due');
  if (event === 'fail' && (planDays ?? 0) < PLAN_DAYS)
    return refuse('training.plan-runs', { days: PLAN_DAYS });
  return ok(row.to);
}

/** What may be done now, for the buttons of a card. */
export const possibleEvents = (facts: CaseFacts): readonly CaseEvent[] =>
  CASE_EVENTS.filter((event) => 'ok' in caseAfter(facts, event));
