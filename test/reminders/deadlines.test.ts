import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { CHINA_CALENDAR } from '../../src/reminders/calendar/calendar.ts';
import {
  deadlineOf,
  instantAtPercent,
  lapseInstant,
  recomputed,
  remainingMinutes,
  resumeClock,
  startClock,
  usedMinutes,
} from '../../src/reminders/deadlines.ts';

const shanghai = (text: string): Date =>
  DateTime.fromFormat(text, 'yyyy-MM-dd HH:mm', { zone: 'Asia/Shanghai' }).toJSDate();
const show = (at: Date | undefined): string | undefined =>
  at && DateTime.fromJSDate(at, { zone: 'Asia/Shanghai' }).toFormat('yyyy-MM-dd HH:mm');

describe('the worked run of the rules', () => {
  it.each([
    ['a request', '2026-04-30 10:00', 3, '2026-05-08 10:00'],
    ['filling in', '2026-05-06 11:00', 5, '2026-05-12 11:00'],
    ['the store’s confirmation', '2026-05-08 15:30', 3, '2026-05-12 15:30'],
    ['the staff review', '2026-05-11 16:00', 2, '2026-05-13 16:00'],
  ])('%s from %s is due in %i business days, %s', (_waiting, since, days, due) => {
    expect(show(deadlineOf(CHINA_CALENDAR, startClock(days, shanghai(since))).at)).toBe(due);
  });

  it('a request without action lapses five business days after its deadline', () => {
    const due = deadlineOf(CHINA_CALENDAR, startClock(3, shanghai('2026-04-30 10:00')));
    expect(show(lapseInstant(CHINA_CALENDAR, due, 5).at)).toBe('2026-05-14 10:00');
  });

  it.each([
    [50, '2026-05-12 16:00'],
    [80, '2026-05-13 12:24'],
    [100, '2026-05-13 16:00'],
    [150, '2026-05-14 16:00'],
    [200, '2026-05-15 16:00'],
    [300, '2026-05-19 16:00'],
  ])('%i %% of the review is used at %s', (percent, at) => {
    const review = startClock(2, shanghai('2026-05-11 16:00'));
    expect(show(instantAtPercent(CHINA_CALENDAR, review, percent)?.at)).toBe(at);
  });

  it('a question pauses the review and the answer resumes what was left', () => {
    const review = startClock(2, shanghai('2026-05-11 16:00'));
    const asked = shanghai('2026-05-12 10:00');
    expect(usedMinutes(CHINA_CALENDAR, review, asked)).toBe(180);
    const left = remainingMinutes(CHINA_CALENDAR, review, asked);
    expect(left).toBe(900);
    const resumed = resumeClock({ slaBusinessDays: 2, remainingMinutes: left }, shanghai('2026-05-14 13:00'));
    expect(show(deadlineOf(CHINA_CALENDAR, resumed).at)).toBe('2026-05-18 10:00');
    expect(usedMinutes(CHINA_CALENDAR, resumed, shanghai('2026-05-14 14:00'))).toBe(240);
  });
});

describe('clocks that were paused', () => {
  const resumed = resumeClock({ slaBusinessDays: 2, remainingMinutes: 400 }, shanghai('2026-05-14 13:00'));

  it('do not send a reminder again whose share was used before', () => {
    expect(instantAtPercent(CHINA_CALENDAR, resumed, 50)).toBeNull();
    expect(show(instantAtPercent(CHINA_CALENDAR, resumed, 80)?.at)).toBe('2026-05-14 16:04');
  });

  it('keep nothing, and never less, when they were late already', () => {
    const review = startClock(2, shanghai('2026-05-11 16:00'));
    const left = remainingMinutes(CHINA_CALENDAR, review, shanghai('2026-05-20 10:00'));
    expect(left).toBe(0);
    const late = resumeClock({ slaBusinessDays: 2, remainingMinutes: left }, shanghai('2026-05-21 11:00'));
    expect(show(deadlineOf(CHINA_CALENDAR, late).at)).toBe('2026-05-21 11:00');
  });
});

describe('a deadline whose year had no notice', () => {
  const shown = { at: shanghai('2026-05-08 10:00'), estimated: true };

  it('is never shortened when the notice arrives', () => {
    expect(recomputed(shown, { at: shanghai('2026-05-07 10:00'), estimated: false })).toEqual({
      ...shown,
      estimated: false,
    });
  });

  it('is lengthened', () => {
    const longer = { at: shanghai('2026-05-11 10:00'), estimated: false };
    expect(recomputed(shown, longer)).toEqual(longer);
  });
});
