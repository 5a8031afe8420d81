import { describe, expect, it } from 'vitest';
import { dueDigest, weekBefore, weekNamed, weekOf } from '../../../src/reports/digest/week.ts';

const SHANGHAI = 'Asia/Shanghai';

describe('a week', () => {
  it('begins on Monday 00:00 in the zone, and the year of its number is that of its Thursday', () => {
    expect(weekOf(new Date('2027-01-02T12:00:00Z'), SHANGHAI)).toEqual({
      name: '2026-W53',
      from: new Date('2026-12-27T16:00:00Z'),
      until: new Date('2027-01-03T16:00:00Z'),
      firstDay: '2026-12-28',
      lastDay: '2027-01-03',
    });
  });

  it('is an hour shorter where daylight saving begins', () => {
    const { from, until } = weekOf(new Date('2026-03-26T12:00:00Z'), 'Europe/Berlin');
    expect((until.getTime() - from.getTime()) / 3_600_000).toBe(7 * 24 - 1);
  });

  it('follows the one before it', () => {
    const week = weekOf(new Date('2026-01-01T12:00:00Z'), SHANGHAI);
    expect(weekBefore(week, SHANGHAI)).toMatchObject({ name: '2025-W52', until: week.from });
  });

  it('is found by its name, and by no other', () => {
    const week = weekOf(new Date('2026-06-10T00:00:00Z'), SHANGHAI);
    expect(weekNamed('2026-W24', SHANGHAI)).toEqual(week);
    expect(weekNamed('2025-W53', SHANGHAI)).toBeNull();
    expect(weekNamed('2026-W00', SHANGHAI)).toBeNull();
  });
});

describe('the digest that is due', () => {
  it.each([
    ['on Sunday evening', '2026-06-14T15:59:59Z', '2026-W23'],
    ['early on Monday', '2026-06-15T01:29:59Z', '2026-W23'],
    ['on Monday at 09:30', '2026-06-15T01:30:00Z', '2026-W24'],
    ['for the rest of the week', '2026-06-20T01:30:00Z', '2026-W24'],
  ])('%s is that of %s', (_when, now, name) => {
    expect(dueDigest(new Date(now), SHANGHAI).week.name).toBe(name);
  });
});
