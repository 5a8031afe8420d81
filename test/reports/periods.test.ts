import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  contains,
  containsDate,
  daysBetween,
  isIsoDate,
  overlaps,
  periodOf,
  reportingEnd,
  startOfDate,
  today,
} from '../../src/reports/periods.ts';

describe('periods of whole months', () => {
  it.each([
    ['2026-03-01', 12, '2027-02-28'],
    ['2026-01-31', 13, '2027-02-27'],
    ['2024-02-29', 12, '2025-02-27'],
    ['2026-08-31', 6, '2027-02-27'],
    ['2026-08-31', 18, '2028-02-28'],
    ['2026-07-15', 12, '2027-07-14'],
  ])('from %s, %i months last until %s', (start, months, end) => {
    expect(reportingEnd(start, months)).toBe(end);
  });

  const date = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));
  const months = fc.integer({ min: 1, max: 36 });

  it('a shorter period from the same day lies within the longer one', () => {
    fc.assert(
      fc.property(date, months, months, (start, one, other) => {
        const [short, long] = one <= other ? [one, other] : [other, one];
        expect(contains(periodOf(start, long), periodOf(start, short))).toBe(true);
      }),
    );
  });

  it('the day after the end is not part of it, and the period after it does not overlap', () => {
    fc.assert(
      fc.property(date, months, (start, length) => {
        const period = periodOf(start, length);
        const next = addDays(period.end, 1);
        expect([
          containsDate(period, start),
          containsDate(period, period.end),
          containsDate(period, next),
        ]).toEqual([true, true, false]);
        expect(overlaps(period, periodOf(next, 1))).toBe(false);
        expect(overlaps(period, periodOf(period.end, 1))).toBe(true);
      }),
    );
  });
});

describe('dates', () => {
  it.each([
    ['2026-12-31', '2027-01-01', 1],
    ['2026-03-28', '2026-03-30', 2],
    ['2026-01-02', '2026-01-01', -1],
  ])('from %s to %s there are %i days', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  it.each([
    ['2026-06-01', true],
    ['2026-02-29', false],
    ['2026-6-1', false],
    ['20260601', false],
    ['2026-06-01T00:00', false],
  ])('%s is a date: %s', (text, expected) => {
    expect(isIsoDate(text)).toBe(expected);
  });

  it('an impossible date is an error that says how to write one', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(/YYYY-MM-DD/);
  });

  it.each([
    ['Asia/Shanghai', '2026-06-01'],
    ['Europe/Berlin', '2026-05-31'],
    ['America/Los_Angeles', '2026-05-31'],
  ])('in %s it is %s when the new day has begun in Shanghai', (zone, date) => {
    const now = DateTime.fromISO('2026-06-01T00:30', { zone: 'Asia/Shanghai' }).toJSDate();
    expect(today(now, zone)).toBe(date);
  });

  it('a zone that does not exist is named', () => {
    expect(() => today(DateTime.fromMillis(0).toJSDate(), 'Asia/Nowhere')).toThrow(/Asia\/Nowhere/);
    expect(() => startOfDate('2026-06-01', 'Asia/Nowhere')).toThrow(/Asia\/Nowhere/);
  });

  it('a date begins at midnight of its zone', () => {
    expect(startOfDate('2026-06-01', 'Asia/Shanghai').toISOString()).toBe('2026-05-31T16:00:00.000Z');
  });

  it('a date without a midnight begins at its first moment', () => {
    const start = startOfDate('2026-09-06', 'America/Santiago');
    expect(today(start, 'America/Santiago')).toBe('2026-09-06');
    expect(start.toISOString()).toBe('2026-09-06T04:00:00.000Z');
  });
});
