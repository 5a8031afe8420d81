import { describe, expect, it } from 'vitest';
import { CHINA_CALENDAR } from '../../../src/reminders/calendar/calendar.ts';
import { hasChinaNotice } from '../../../src/reminders/calendar/china.ts';
import {
  isBusinessDay,
  precedingBusinessDay,
  reminderDate,
  reminderDates,
} from '../../../src/reminders/calendar/days.ts';

describe('working days of China in 2026', () => {
  it.each(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])(
    '%s is a weekend day that is worked',
    (date) => expect(isBusinessDay(CHINA_CALENDAR, date)).toBe(true),
  );

  it.each(['2026-01-01', '2026-02-15', '2026-02-23', '2026-10-01', '2026-10-07', '2026-03-07'])(
    '%s is free',
    (date) => expect(isBusinessDay(CHINA_CALENDAR, date)).toBe(false),
  );

  it('knows the notice of 2026 and none for a year far ahead', () => {
    expect([hasChinaNotice(2026), hasChinaNotice(2040)]).toEqual([true, false]);
  });

  it('goes back to the business day before', () => {
    expect(precedingBusinessDay(CHINA_CALENDAR, '2026-10-04')).toEqual({
      date: '2026-09-30',
      estimated: false,
    });
    expect(precedingBusinessDay(CHINA_CALENDAR, '2026-10-08')).toEqual({
      date: '2026-10-08',
      estimated: false,
    });
  });
});

describe('reminders before the end of a cooperation', () => {
  const BEFORE_END = [90, 60, 30, 14, 7, 1, 0];

  it.each([
    [90, '2026-09-30'],
    [60, '2026-10-30'],
    [30, '2026-12-01'],
    [14, '2026-12-17'],
    [7, '2026-12-24'],
    [1, '2026-12-30'],
    [0, '2026-12-31'],
  ])('%i days before 2026-12-31 go out on %s', (days, date) => {
    expect(reminderDate(CHINA_CALENDAR, '2026-12-31', days).date).toBe(date);
  });

  it('come as one message when a holiday moves two of them onto one day', () => {
    const last = reminderDates(CHINA_CALENDAR, '2026-10-05', BEFORE_END).at(-1);
    expect(last).toEqual({ date: '2026-09-30', estimated: false, daysBefore: [1, 0] });
    expect(reminderDates(CHINA_CALENDAR, '2026-10-05', BEFORE_END)).toHaveLength(6);
  });
});
