import { describe, expect, it } from 'vitest';
import { effectOf, targetOf } from '../../../src/training/plans/effect.ts';
import { isUnderWay, PLAN_EVENTS, PLAN_STATES, planAfter } from '../../../src/training/plans/lifecycle.ts';

const effect = (
  before: readonly [number, number],
  now: readonly [number, number],
  metric: 'AOV' | 'CVR' = 'AOV',
  uv = 60_000,
) =>
  effectOf({
    metric,
    before: { store: before[0], peers: before[1] },
    now: { store: now[0], peers: now[1] },
    buyers: Math.round(uv * now[0]),
    uv,
  });

describe('what a plan has brought', () => {
  it('is what the store gained beyond its peers', () => {
    expect(effect([200, 300], [240, 315])).toMatchObject({ verdict: 'UP', effect: expect.closeTo(0.15) });
    expect(effect([200, 300], [200, 330])).toMatchObject({ verdict: 'DOWN', effect: expect.closeTo(-0.1) });
  });

  it('is nothing clear where the peers did the same, or where it is small', () => {
    expect(effect([200, 300], [240, 360])).toMatchObject({
      verdict: 'NO_CLEAR_EFFECT',
      effect: expect.closeTo(0),
    });
    expect(effect([200, 300], [209, 300])?.verdict).toBe('NO_CLEAR_EFFECT');
  });

  it('is nothing clear where so few visitors may have come to it by chance', () => {
    expect(effect([0.02, 0.025], [0.023, 0.025], 'CVR', 60_000)?.verdict).toBe('UP');
    expect(effect([0.02, 0.025], [0.023, 0.025], 'CVR', 1_000)?.verdict).toBe('NO_CLEAR_EFFECT');
  });

  it('is not told where there is nothing to divide by', () => {
    expect(effect([0, 300], [200, 300])).toBeNull();
  });
});

describe('a plan', () => {
  it('aims at half the gap to the median, and holds what is above it', () => {
    expect(targetOf(0.018, 0.025)).toBeCloseTo(0.0215);
    expect(targetOf(0.03, 0.025)).toBe(0.03);
  });

  it('goes through its states in one direction', () => {
    const moves = PLAN_STATES.flatMap((state) =>
      PLAN_EVENTS.flatMap((event) => {
        const to = planAfter(state, event);
        return to === null ? [] : [`${state} ${event} ${to}`];
      }),
    );
    expect(moves).toEqual([
      'PROPOSED accept ACCEPTED',
      'PROPOSED stop STOPPED',
      'ACCEPTED begin RUNNING',
      'ACCEPTED stop STOPPED',
      'ACCEPTED drop STOPPED',
      'RUNNING finish DONE',
      'RUNNING stop STOPPED',
    ]);
    expect(PLAN_STATES.filter(isUnderWay)).toEqual(['ACCEPTED', 'RUNNING']);
  });
});
