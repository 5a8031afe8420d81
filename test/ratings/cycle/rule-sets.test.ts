import { describe, expect, it } from 'vitest';
import { nextRuleSet, type RuleSet, ruleSetOf } from '../../../src/ratings/cycle/rule-sets.ts';

const SETS: readonly [RuleSet, ...RuleSet[]] = [
  { version: '1', from: '2020-Q1', announcedOn: null },
  { version: '2', from: '2026-Q3', announcedOn: '2026-06-01' },
  { version: '3', from: '2027-Q1', announcedOn: '2026-12-03' },
];

describe('the rules of a quarter', () => {
  it.each([
    ['2026-Q2', '1', 'the change begins later'],
    ['2026-Q3', '2', 'announced 30 days before its first day'],
    ['2026-Q4', '2', 'the next change begins later'],
    ['2027-Q1', '2', 'announced 29 days before, which is too late'],
    ['2027-Q2', '3', 'the first quarter for which it was in time'],
    ['2019-Q4', '1', 'before all'],
  ])('%s is rated by version %s: %s', (quarter, version) => {
    expect(ruleSetOf(quarter, SETS).version).toBe(version);
  });

  it.each([
    ['2026-Q2', '2'],
    ['2026-Q3', '3'],
    ['2027-Q2', undefined],
  ])('after %s the next change is %s', (quarter, version) => {
    expect(nextRuleSet(quarter, SETS)?.version).toBe(version);
  });
});
