import { describe, expect, it } from 'vitest';
import { isRefused } from '../../../src/result.ts';
import { type DimensionScores, underFloor } from '../../../src/training/improvement/floors.ts';
import {
  AT_RISK,
  CASE_EVENTS,
  CASE_STATES,
  type CaseEvent,
  type CaseState,
  caseAfter,
  FRAUD,
  isEnded,
  possibleEvents,
} from '../../../src/training/improvement/lifecycle.ts';

const facts = (
  state: CaseState,
  signals: readonly string[] = ['no-login'],
  planDays: number | null = null,
) => ({
  state,
  signals,
  planDays,
});
const leadsTo = (given: Parameters<typeof caseAfter>[0], event: CaseEvent): string => {
  const result = caseAfter(given, event);
  return isRefused(result) ? result.refused : result.ok;
};

describe('the ladder of a provider that falls behind', () => {
  it.each<[CaseState, CaseEvent, string]>([
    ['OPEN', 'talk', 'TALKED'],
    ['OPEN', 'plan', 'training.case-changed'],
    ['OPEN', 'proposeExit', 'training.case-changed'],
    ['TALKED', 'plan', 'PLANNED'],
    ['TALKED', 'close', 'CLOSED'],
    ['PLANNED', 'meet', 'MET'],
    ['PLANNED', 'proposeExit', 'training.case-changed'],
    ['FAILED', 'proposeExit', 'EXIT_PROPOSED'],
    ['FAILED', 'close', 'CLOSED'],
    ['EXIT_PROPOSED', 'exit', 'EXITED'],
    ['EXIT_PROPOSED', 'keep', 'CLOSED'],
  ])('from %s, %s: %s', (state, event, expected) => {
    expect(leadsTo(facts(state, ['floor-D4'], 100), event)).toBe(expected);
  });

  it.each([
    [89, 'training.plan-runs'],
    [90, 'FAILED'],
  ])('a written plan of %s days that failed: %s', (days, expected) => {
    expect(leadsTo(facts('PLANNED', ['floor-D4'], days), 'fail')).toBe(expected);
  });

  it('being at risk calls for the plan at once, and no talk alone ends it', () => {
    expect(leadsTo(facts('OPEN', [AT_RISK]), 'plan')).toBe('PLANNED');
    expect(leadsTo(facts('TALKED', [AT_RISK]), 'close')).toBe('training.plan-due');
  });

  it('a fraud skips the ladder, but not the second person', () => {
    for (const state of ['OPEN', 'TALKED', 'PLANNED'] as const)
      expect(leadsTo(facts(state, [FRAUD]), 'proposeExit')).toBe('EXIT_PROPOSED');
    expect(leadsTo(facts('OPEN', [FRAUD]), 'exit')).toBe('training.case-changed');
  });

  it('nothing follows an end, and every other state has a way on', () => {
    for (const state of CASE_STATES)
      for (const signals of [['no-month'], [AT_RISK], [FRAUD]])
        expect(possibleEvents(facts(state, signals, 90)).length === 0).toBe(isEnded(state));
  });

  it('leads to an exit only by a proposal', () => {
    for (const state of CASE_STATES)
      for (const event of CASE_EVENTS)
        if (leadsTo(facts(state, [FRAUD], 90), event) === 'EXITED') expect(state).toBe('EXIT_PROPOSED');
  });
});

describe('a dimension under its floor', () => {
  const scores = (changes: Readonly<Record<string, number>>): DimensionScores => {
    const each = (name: string) => ({ score: changes[name] ?? 80, evidenced: true });
    return {
      D1: each('D1'),
      D2: each('D2'),
      D3: each('D3'),
      D4: each('D4'),
      D5: each('D5'),
      D6: each('D6'),
      D7: each('D7'),
    };
  };

  it.each([
    ['3', { D4: 29.99, D6: 29.99 }, ['D4', 'D6']],
    ['3', { D4: 30 }, []],
    ['4', { D4: 44.99, D6: 44.99 }, ['D4']],
    ['5', { D1: 54.99, D5: 55 }, ['D1']],
    ['6', { D5: 59.99 }, ['D5']],
  ] as const)('at level %s with %o: %o', (level, changes, expected) => {
    expect(underFloor(level, scores(changes))).toEqual(expected);
  });

  it('is none where there was too little to go by', () => {
    const unknown = { ...scores({}), D6: { score: 0, evidenced: false } };
    expect(underFloor('5', unknown)).toEqual([]);
  });
});
