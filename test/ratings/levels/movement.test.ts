import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cycleLevel, NEWCOMER } from '../../../src/ratings/levels/cycle-level.ts';
import { gatesFromText } from '../../../src/ratings/levels/gates.ts';
import { LEVELS, type Level, rankOf } from '../../../src/ratings/levels/level.ts';
import { move } from '../../../src/ratings/levels/movement.ts';

interface Case {
  readonly from: Level;
  readonly score: number;
  readonly gates?: string;
  readonly atRisk?: boolean;
  readonly buffer?: number;
  readonly cycles?: number;
}

const moved = ({ from, score, gates = '11111', atRisk = false, buffer = 0, cycles = 0 }: Case) => {
  const to = move(
    { level: from, atRisk, buffer },
    { score, gates: gatesFromText(gates), qualifyingCycles: cycles },
  );
  return [to.level, to.movement, to.atRisk, to.buffer];
};

describe('from level to level', () => {
  it.each<[Case, string, string, boolean, number]>([
    [{ from: '3', score: 66.49 }, '4', 'PROMOTE', false, 0],
    [{ from: '3', score: 80 }, '4', 'PROMOTE', false, 0],
    [{ from: '4', score: 64.1 }, '4', 'BUFFER', false, 1],
    [{ from: '4', score: 64.1, buffer: 2 }, '4', 'AT_RISK', true, 2],
    [{ from: '4', score: 61.9 }, '4', 'AT_RISK', true, 0],
    [{ from: '4', score: 61.9, atRisk: true }, '3', 'DEMOTE', false, 0],
    [{ from: '4', score: 66, atRisk: true }, '4', 'KEEP', false, 0],
    [{ from: '5', score: 50, atRisk: true }, '4', 'DEMOTE', true, 0],
    [{ from: '5', score: 69 }, '5', 'BUFFER', false, 1],
    [{ from: '5', score: 68.99 }, '5', 'AT_RISK', true, 0],
    [{ from: '5', score: 79, cycles: 1 }, '5', 'KEEP', false, 0],
    [{ from: '5', score: 79, cycles: 2 }, '6', 'PROMOTE', false, 0],
    [{ from: '4', score: 70, gates: '11000' }, '4', 'AT_RISK', true, 0],
    [{ from: 'P', score: 90 }, '4', 'FIRST_RATING', false, 0],
    [{ from: 'P', score: 20 }, 'R', 'FIRST_RATING', false, 0],
    [{ from: 'R', score: 20 }, 'R', 'KEEP', false, 0],
    [{ from: '6', score: 78 }, '6', 'KEEP', false, 0],
  ])('%j goes to %s: %s', (given, ...expected) => {
    expect(moved(given)).toEqual(expected);
  });
});

const gates = fc
  .array(fc.constantFrom('0', '1'), { minLength: 5, maxLength: 5 })
  .map((bits) => bits.join(''));
const score = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);
const rank = fc.record({
  level: fc.constantFrom(...LEVELS),
  atRisk: fc.boolean(),
  buffer: fc.nat({ max: 2 }),
});

describe('a rated provider', () => {
  it('moves by one level at most, and down only after a warning', () => {
    fc.assert(
      fc.property(rank, score, gates, fc.nat({ max: 3 }), (from, published, text, qualifyingCycles) => {
        fc.pre(from.level !== 'P');
        const to = move(from, { score: published, gates: gatesFromText(text), qualifyingCycles });
        const steps = rankOf(to.level) - rankOf(from.level);
        expect(Math.abs(steps)).toBeLessThanOrEqual(1);
        if (steps < 0) expect(from.atRisk).toBe(true);
      }),
    );
  });

  it('never stands lower for a higher score', () => {
    fc.assert(
      fc.property(rank, score, score, gates, (from, one, other, text) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const at = (published: number) =>
          rankOf(move(from, { score: published, gates: gatesFromText(text), qualifyingCycles: 2 }).level);
        expect(at(high)).toBeGreaterThanOrEqual(at(low));
      }),
    );
  });
});

describe('a cycle', () => {
  const GOOD = { active: true, score: 70, published: 70, gates: gatesFromText('11111') };
  const IDLE = { active: false, score: null, published: null, gates: gatesFromText('00000') };
  const THIN = { active: true, score: 90, published: 90, gates: gatesFromText('00000') };
  const rated = { ...NEWCOMER, level: '5', scoredCycles: 4 } as const;

  it('that is somebody’s first says so', () => {
    expect(cycleLevel(NEWCOMER, GOOD)).toMatchObject({ level: '4', scoredCycles: 1, flags: ['FIRST_CYCLE'] });
  });

  it.each([
    ['without a relationship', IDLE, 'INACTIVE'],
    ['with too little evidence', THIN, 'FROZEN'],
  ])('%s keeps the level twice, then there is none', (_, facts, flag) => {
    const once = cycleLevel(rated, facts);
    const twice = cycleLevel(once, facts);
    expect([once, twice]).toMatchObject([
      { level: '5', movement: 'HOLD', flags: [flag] },
      { level: '5', movement: 'HOLD', flags: [flag] },
    ]);
    expect(cycleLevel(twice, facts)).toMatchObject({ level: 'P', movement: 'LAPSE', flags: [flag] });
    expect(cycleLevel(twice, GOOD)).toMatchObject({ heldCycles: 0, movement: 'BUFFER' });
  });

  it('leaves whoever was never rated as they are, however long', () => {
    const after = [THIN, THIN, THIN, THIN].reduce(cycleLevel, NEWCOMER);
    expect(after).toMatchObject({ level: 'P', movement: 'HOLD' });
  });

  it('counts the cycles that qualify for the highest level one after the other', () => {
    const best = { ...GOOD, published: 79 };
    const one = cycleLevel(rated, best);
    expect([one.level, cycleLevel(one, best).level]).toEqual(['5', '6']);
    const interrupted = cycleLevel(cycleLevel(one, { ...GOOD, published: 74 }), best);
    expect(interrupted).toMatchObject({ level: '5', qualifyingCycles: 1 });
  });
});
