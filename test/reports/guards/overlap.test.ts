import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/people/principal.ts';
import { overlap } from '../../../src/reports/guards/overlap.ts';
import type { OtherReport } from '../../../src/reports/lifecycle/facts.ts';
import { addDays } from '../../../src/reports/periods.ts';
import type { Report } from '../../../src/reports/report.ts';
import {
  admin,
  anotherReport,
  aReport,
  aRequest,
  at,
  knowing,
  owner,
  person,
  reviewer,
} from '../lifecycle/cases.ts';

const refusals = (others: readonly OtherReport[], changes: Partial<Report> = {}, actor: Actor = owner) =>
  overlap.refusals(aReport(changes), knowing(actor, { otherReports: others }));
const names = (...args: Parameters<typeof refusals>) =>
  refusals(...args).map(({ refused }) => refused.replace('reports.', ''));
const primary = { request: aRequest({ primaryOperator: true }) };

describe('G4 no overlap (the report is OPERATIONS, 2026-06-01 to 2027-05-31)', () => {
  it.each<[string, Partial<OtherReport>, readonly string[]]>([
    ['the same scope', {}, ['overlap']],
    ['another scope', { serviceScope: ['DESIGN'] }, []],
    ['a full service', { serviceScope: ['FULL'] }, ['overlap']],
    ['the last common day', { reportingEnd: '2026-06-01' }, ['overlap']],
    ['ended the day before', { reportingEnd: '2026-05-31' }, []],
    ['begins the day after', { reportingStart: '2027-06-01', reportingEnd: '2028-05-31' }, []],
    ['a notice that ends it on the day before', { state: 'NOTICE', noticeEffectiveOn: '2026-06-01' }, []],
    ['a notice that ends it a day later', { state: 'NOTICE', noticeEffectiveOn: '2026-06-02' }, ['overlap']],
    [
      'a notice beyond the end',
      { state: 'NOTICE', reportingEnd: '2026-05-31', noticeEffectiveOn: '2026-08-01' },
      [],
    ],
    ['only requested', { state: 'REQUESTED' }, ['overlap']],
    ['suspended', { state: 'SUSPENDED' }, ['overlap']],
    ['only a draft', { state: 'DRAFT' }, []],
    ['rejected', { state: 'REJECTED' }, []],
    ['of another store', { storeId: 'st_other' }, []],
    ['the report itself', { id: 'CR-2026-000123' }, []],
  ])('%s', (_, other, expected) => {
    expect(names([anotherReport(other)])).toEqual(expected);
  });

  it('a full service overlaps with everything', () => {
    expect(
      names([anotherReport({ serviceScope: ['DESIGN'] })], { request: aRequest({ serviceScope: ['FULL'] }) }),
    ).toEqual(['overlap']);
  });

  it('one primary operator a day, whatever the scopes', () => {
    const other = anotherReport({ serviceScope: ['FULL'], primaryOperator: true });
    expect(names([other], primary)).toEqual(['overlap', 'second-primary-operator']);
    const apart = anotherReport({ serviceScope: ['CUSTOMER_SERVICE'], primaryOperator: true });
    expect(names([apart], primary)).toEqual(['second-primary-operator']);
    expect(names([apart])).toEqual([]);
  });

  it('a primary operator operates', () => {
    const design = { request: aRequest({ primaryOperator: true, serviceScope: ['DESIGN'] }) };
    expect(names([], design)).toEqual(['primary-needs-operations']);
  });

  it.each<[string, Actor, string]>([
    ['the store, which is its party', owner, 'overlap'],
    ['the other provider, which is its party', person('otto', at('PROVIDER_ADMIN', 'prv_2')), 'overlap'],
    ['this provider, which is not', admin, 'overlap-elsewhere'],
    ['the staff', reviewer, 'overlap-elsewhere'],
  ])('tells dates and number of the other report to %s', (_, actor, code) => {
    const [refusal] = refusals([anotherReport()], {}, actor);
    expect(refusal?.refused).toBe(`reports.${code}`);
    const told = JSON.stringify(refusal?.data);
    expect(told.includes('2026-12-31')).toBe(code === 'overlap');
    expect(told.includes('CR-2026-000007')).toBe(code === 'overlap');
  });

  it('refuses exactly where the two share a day', () => {
    const offset = fc.integer({ min: -800, max: 800 });
    fc.assert(
      fc.property(offset, fc.integer({ min: 0, max: 700 }), (from, length) => {
        const reportingStart = addDays('2026-06-01', from);
        const reportingEnd = addDays(reportingStart, length);
        const shares = reportingStart <= '2027-05-31' && reportingEnd >= '2026-06-01';
        return names([anotherReport({ reportingStart, reportingEnd })]).length > 0 === shares;
      }),
    );
  });
});
