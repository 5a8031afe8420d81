import { describe, expect, it } from 'vitest';
import { blankCost } from '../../../src/reports/quality-standards/blank-cost.ts';
import {
  type DisputedPoint,
  disputeDefault,
} from '../../../src/reports/quality-standards/dispute-default.ts';
import {
  missingTicks,
  naLines,
  noneRemedyLines,
  ticksRequired,
} from '../../../src/reports/quality-standards/ticks.ts';
import { line, notApplicable } from './standards.ts';

describe('a disputed point', () => {
  const point = (changes: Partial<DisputedPoint>): DisputedPoint => ({
    line: line('QS03'),
    naTicked: false,
    clauseShowsOtherwise: false,
    verdict: 'NOT_MEASURED',
    ...changes,
  });

  it.each<[string, Partial<DisputedPoint>, string, string]>([
    ['nothing filed', { line: null }, 'AGAINST_PROVIDER', 'nothing-filed'],
    ['nothing filed, even though met', { line: null, verdict: 'MET' }, 'AGAINST_PROVIDER', 'nothing-filed'],
    [
      'nothing filed, a tick for nothing',
      { line: null, naTicked: true },
      'AGAINST_PROVIDER',
      'nothing-filed',
    ],
    ['nothing filed, a clause', { line: null, clauseShowsOtherwise: true }, 'NONE', 'clause-shows-otherwise'],
    ['N/A that the store did not tick', { line: notApplicable('QS03') }, 'AGAINST_PROVIDER', 'na-not-ticked'],
    [
      'N/A not ticked, a clause',
      { line: notApplicable('QS03'), clauseShowsOtherwise: true },
      'NONE',
      'clause-shows-otherwise',
    ],
    ['N/A ticked', { line: notApplicable('QS03'), naTicked: true }, 'NONE', 'agreed-not-applicable'],
    ['filed and met', { verdict: 'MET' }, 'NONE', 'met'],
    ['filed and missed', { verdict: 'MISSED' }, 'REMEDY', 'missed'],
    ['filed and too few cases', { verdict: 'NOT_MEASURED' }, 'NONE', 'not-measured'],
    ['filed and the store’s own cause', { verdict: 'EXEMPT' }, 'NONE', 'exempt'],
  ])('%s', (_what, changes, finding, because) => {
    expect(disputeDefault(point(changes))).toMatchObject({ finding, because });
  });

  it('that was missed costs the remedy of its line', () => {
    const remedy = { kind: 'FEE_CREDIT', bp: 500 } as const;
    const found = disputeDefault(point({ line: line('QS03', { remedy }), verdict: 'MISSED' }));
    expect(found).toEqual({ finding: 'REMEDY', because: 'missed', remedy });
  });
});

describe('what blanks will cost', () => {
  it('is told for each, and whether it stops the submission', () => {
    expect(blankCost(['QS03', 'QS12'], ['OPERATIONS'])).toEqual([
      {
        code: 'QS03',
        blocks: true,
        metric: 'standards.metric.ON_TIME_SHIPMENT',
        message: 'standards.blank-cost.QS03',
      },
      {
        code: 'QS12',
        blocks: false,
        metric: 'standards.metric.AD_RETURN',
        message: 'standards.blank-cost.QS12',
      },
    ]);
  });
});

describe('what the store ticks one by one', () => {
  const lines = [line('QS01'), line('QS08', { remedy: { kind: 'NONE' } }), notApplicable('QS03')];

  it('is every N/A and every missing remedy', () => {
    expect(naLines(lines).map(({ code }) => code)).toEqual(['QS03']);
    expect(noneRemedyLines(lines).map(({ code }) => code)).toEqual(['QS08']);
    expect(ticksRequired(lines)).toEqual(['QS03:NA', 'QS08:NONE']);
  });

  it.each([
    [[], ['QS03:NA', 'QS08:NONE']],
    [['QS03:NA'], ['QS08:NONE']],
    [
      ['QS08:NA', 'QS01:NA'],
      ['QS03:NA', 'QS08:NONE'],
    ],
    [['QS08:NONE', 'QS03:NA'], []],
  ])('after %j lacks %j', (ticked, missing) => {
    expect(missingTicks(lines, ticked)).toEqual(missing);
  });
});
