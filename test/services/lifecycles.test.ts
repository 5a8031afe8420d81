import { describe, expect, it } from 'vitest';
import { POLICIES } from '../../src/people/policies.ts';
import { APPLICATION_DEEDS } from '../../src/services/application/deeds.ts';
import { CONSULTATION_DEEDS } from '../../src/services/consultation/deeds.ts';
import { SERVICE_KINDS, type ServiceKind } from '../../src/services/kinds.ts';
import { stepsFrom } from '../../src/services/lifecycle/lifecycle.ts';
import { LIFECYCLES, waiterOf } from '../../src/services/lifecycle/lifecycles.ts';
import { LOAN_DEEDS } from '../../src/services/loan/deeds.ts';

const DEEDS = { consultation: CONSULTATION_DEEDS, loan: LOAN_DEEDS, api: APPLICATION_DEEDS };

const OVER: Readonly<Record<ServiceKind, readonly string[]>> = {
  consultation: ['CLOSED'],
  loan: ['OUTCOME_RECORDED', 'WITHDRAWN'],
  api: ['REFUSED', 'WITHDRAWN', 'REVOKED'],
};

function reached(kind: ServiceKind, from: readonly string[]): ReadonlySet<string> {
  const seen = new Set(from);
  for (const state of seen) {
    for (const step of LIFECYCLES[kind].steps) {
      if (step.from.includes(state) && step.to !== 'same') seen.add(step.to);
    }
  }
  return seen;
}

describe.each(SERVICE_KINDS)('the lifecycle of %s', (kind) => {
  const { states, steps } = LIFECYCLES[kind];
  const [first] = steps.filter(({ from }) => from.length === 0);

  it('reaches every state from its beginning', () => {
    expect([...reached(kind, [String(first?.to)])].sort()).toEqual(Object.keys(states).sort());
  });

  it('can come to an end from every state', () => {
    for (const state of Object.keys(states)) {
      expect([...reached(kind, [state])].some((one) => OVER[kind].includes(one))).toBe(true);
    }
  });

  it('has no step out of an end, and one out of every other state', () => {
    for (const state of Object.keys(states)) {
      const out = steps.filter(({ from }) => from.includes(state));
      expect(out.length > 0).toBe(!OVER[kind].includes(state));
    }
  });

  it('names each event once for a state, and only lines of the policy table', () => {
    for (const state of Object.keys(states)) {
      const events = stepsFrom(LIFECYCLES[kind], state).map(({ event }) => event);
      expect(new Set(events).size).toBe(events.length);
    }
    expect(steps.filter(({ by }) => by !== 'clock' && !(by in POLICIES))).toEqual([]);
  });

  it('lets somebody do every step that is not the clock’s', () => {
    const byHand = steps.filter(({ by, from }) => by !== 'clock' && from.length > 0);
    const events = byHand.map(({ event }) => event).filter((event) => event !== 'first-approval');
    expect(Object.keys(DEEDS[kind]).sort()).toEqual([...new Set(events)].sort());
  });

  it('waits for somebody in every state with a deadline', () => {
    for (const [state, { slaMinutes }] of Object.entries(states)) {
      const deadlineAt = slaMinutes === null ? null : new Date(0);
      if (deadlineAt) expect(waiterOf({ kind, state, deadlineAt })).not.toBe('nobody');
    }
  });
});
