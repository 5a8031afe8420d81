import { describe, expect, it } from 'vitest';
import { ANSWERABLE, isEnded, STATES } from '../../../src/opportunities/lifecycle/states.ts';
import { EVENTS, nextState, TRANSITIONS } from '../../../src/opportunities/lifecycle/table.ts';

/** Every state that can be had from this one, by any number of events. */
function reachableFrom(start: string): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const state of reached) for (const { from, to } of TRANSITIONS) if (from === state) reached.add(to);
  return reached;
}

describe('the life of an opportunity (domain-rules §9)', () => {
  it('every state is reached from a draft', () => {
    expect([...reachableFrom('DRAFT')].toSorted()).toEqual(STATES.toSorted());
  });

  it.each(STATES.filter((state) => !isEnded(state)))('%s can come to an end', (state) => {
    expect([...reachableFrom(state)].some((each) => isEnded(each as (typeof STATES)[number]))).toBe(true);
  });

  it.each(STATES.filter(isEnded))('nothing follows %s', (state) => {
    expect(TRANSITIONS.filter(({ from }) => from === state)).toEqual([]);
  });

  it('an event leads from one state to one state', () => {
    const ways = TRANSITIONS.map(({ event, from }) => `${event} ${from}`);
    expect(new Set(ways).size).toBe(ways.length);
    expect(new Set(TRANSITIONS.map(({ event }) => event))).toEqual(new Set(EVENTS));
  });

  it('interest may be shown wherever an answer is taken', () => {
    const from = TRANSITIONS.filter(({ event }) => event === 'interest').map((row) => row.from);
    expect(from.toSorted()).toEqual(ANSWERABLE.toSorted());
  });

  it('nobody wins without a docking meeting', () => {
    expect(nextState('INTERESTED', 'win')).toEqual({
      refused: 'opportunities.not-in-this-state',
      data: { opportunityState: 'INTERESTED' },
    });
    expect(nextState('MEETING', 'win')).toEqual({ ok: 'WON' });
  });
});
