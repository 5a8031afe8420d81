import { describe, expect, it } from 'vitest';
import { depositRungs, qualificationRungs } from '../../../src/directory/reminders/standing-rungs.ts';
import { CHINA_CALENDAR } from '../../../src/reminders/calendar/calendar.ts';
import { expiryRungs, lastDayOf } from '../../../src/reports/reminders/relationship.ts';
import { aReport, NOW } from '../../reports/lifecycle/cases.ts';

const days = (rungs: readonly { readonly rung: string; readonly dueAt: Date }[]) =>
  rungs.map(({ rung, dueAt }) => `${rung} ${dueAt.toISOString().slice(0, 16)}`);

describe('the last day of a cooperation is announced', () => {
  it('ninety days before and ever more closely, on business days', () => {
    expect(days(expiryRungs(CHINA_CALENDAR, '2026-12-31'))).toEqual([
      'expiry-90 2026-09-30T01:00',
      'expiry-60 2026-10-30T01:00',
      'expiry-30 2026-12-01T01:00',
      'expiry-14 2026-12-17T01:00',
      'expiry-7 2026-12-24T01:00',
      'expiry-1 2026-12-30T01:00',
      'expiry-0 2026-12-31T01:00',
    ]);
  });

  it('once where two of the days fall on one business day', () => {
    expect(days(expiryRungs(CHINA_CALENDAR, '2026-10-05')).at(-1)).toBe('expiry-1+0 2026-09-30T01:00');
  });

  it('as the day before a notice takes effect, where that comes first', () => {
    const notice = { kind: 'UNILATERAL', side: 'store', givenBy: 'olga', at: NOW } as const;
    const ending = (effectiveOn: string) => lastDayOf(aReport({ notice: { ...notice, effectiveOn } }));
    expect([ending('2026-09-01'), ending('2027-12-01')]).toEqual(['2026-08-31', '2027-05-31']);
  });
});

describe('a provider’s own deadlines', () => {
  it('a qualification is spoken of 90, 60, 30 and 7 days before it expires', () => {
    expect(days(qualificationRungs(CHINA_CALENDAR, '2026-12-31'))).toEqual([
      'qualification-90 2026-09-30T01:00',
      'qualification-60 2026-10-30T01:00',
      'qualification-30 2026-12-01T01:00',
      'qualification-7 2026-12-24T01:00',
    ]);
  });

  it('a deposit that is short on its first, fifth, tenth and fourteenth day, then its leads', () => {
    expect(days(depositRungs(CHINA_CALENDAR, '2026-06-01'))).toEqual([
      'deposit-0 2026-06-01T01:00',
      'deposit-5 2026-06-06T01:00',
      'deposit-10 2026-06-11T01:00',
      'deposit-14 2026-06-15T01:00',
      'deposit-over 2026-06-16T01:00',
    ]);
  });
});
