import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import {
  addBusinessDays,
  addBusinessMinutes,
  businessMinutesBetween,
  nextOpening,
} from '../../../src/reminders/calendar/arithmetic.ts';
import { businessCalendar, CHINA_CALENDAR } from '../../../src/reminders/calendar/calendar.ts';

const shanghai = (text: string): Date =>
  DateTime.fromFormat(text, 'yyyy-MM-dd HH:mm', { zone: 'Asia/Shanghai' }).toJSDate();
const inShanghai = (at: Date): string =>
  DateTime.fromJSDate(at, { zone: 'Asia/Shanghai' }).toFormat('yyyy-MM-dd HH:mm');

describe('business days in China, 2026', () => {
  it.each([
    ['2026-02-13 17:00', 1, '2026-02-14 17:00'],
    ['2026-02-14 17:00', 1, '2026-02-24 17:00'],
    ['2026-02-15 12:00', 1, '2026-02-24 18:00'],
    ['2026-04-30 10:00', 2, '2026-05-07 10:00'],
    ['2026-09-18 16:30', 1, '2026-09-20 16:30'],
    ['2026-09-30 18:00', 1, '2026-10-08 18:00'],
    ['2026-09-30 09:00', 3, '2026-10-09 18:00'],
    ['2026-01-05 08:15', 1, '2026-01-05 18:00'],
  ])('%s and %i more end at %s', (start, days, end) => {
    const due = addBusinessDays(CHINA_CALENDAR, shanghai(start), days);
    expect(inShanghai(due.at)).toBe(end);
    expect(due.estimated).toBe(false);
  });

  it('counts 660 business minutes from Friday afternoon over the Spring Festival', () => {
    expect(
      businessMinutesBetween(CHINA_CALENDAR, shanghai('2026-02-13 17:00'), shanghai('2026-02-24 10:00')),
    ).toBe(660);
  });

  it('counts nothing backwards', () => {
    expect(
      businessMinutesBetween(CHINA_CALENDAR, shanghai('2026-02-24 10:00'), shanghai('2026-02-13 17:00')),
    ).toBe(0);
  });

  it.each([
    ['2026-03-04 12:34', '2026-03-04 12:34'],
    ['2026-03-04 07:00', '2026-03-04 09:00'],
    ['2026-03-04 18:00', '2026-03-05 09:00'],
    ['2026-09-30 20:00', '2026-10-08 09:00'],
  ])('finds the party at work from %s at %s', (at, opening) => {
    expect(inShanghai(nextOpening(CHINA_CALENDAR, shanghai(at)).at)).toBe(opening);
  });

  it('uses weekends alone, and says so, for a year whose notice is not out', () => {
    const due = addBusinessDays(CHINA_CALENDAR, shanghai('2031-10-01 09:00'), 1);
    expect([inShanghai(due.at), due.estimated]).toEqual(['2031-10-01 18:00', true]);
  });

  it('marks a deadline that runs from a known year into an unknown one', () => {
    expect(addBusinessDays(CHINA_CALENDAR, shanghai('2026-12-31 10:00'), 1).estimated).toBe(true);
    expect(addBusinessDays(CHINA_CALENDAR, shanghai('2026-12-31 10:00'), 0.5).estimated).toBe(false);
  });

  it('refuses to add a negative number of minutes', () => {
    expect(() => addBusinessMinutes(CHINA_CALENDAR, shanghai('2026-03-04 12:00'), -1)).toThrow(
      /zero or more/,
    );
  });
});

describe('other countries', () => {
  const at = (text: string, zone: string) => DateTime.fromISO(text, { zone }).toJSDate();
  const local = (date: Date, zone: string) =>
    DateTime.fromJSDate(date, { zone }).toFormat('yyyy-MM-dd HH:mm');

  it.each([
    ['US', 'America/New_York', '2026-12-24T17:00', '2026-12-28 17:00'],
    ['DE', 'Europe/Berlin', '2026-03-27T17:00', '2026-03-30 17:00'],
    ['SA', 'Asia/Riyadh', '2026-03-05T17:00', '2026-03-08 17:00'],
    ['JP', 'Asia/Tokyo', '2026-05-01T17:00', '2026-05-07 17:00'],
  ])('%s knows its own holidays, weekend and daylight saving', (country, zone, start, end) => {
    const due = addBusinessDays(businessCalendar({ country, zone }), at(start, zone), 1);
    expect([local(due.at, zone), due.estimated]).toEqual([end, false]);
  });

  it('takes weekends alone for a country that nobody has holidays of', () => {
    const due = addBusinessDays(
      businessCalendar({ country: 'ZZ', zone: 'UTC' }),
      at('2026-01-02T17:00', 'UTC'),
      1,
    );
    expect([local(due.at, 'UTC'), due.estimated]).toEqual(['2026-01-05 17:00', true]);
  });

  it('keeps a party’s own opening hours, to midnight if it likes', () => {
    const night = businessCalendar({
      country: 'CN',
      zone: 'Asia/Shanghai',
      opensMinute: 1200,
      closesMinute: 1440,
    });
    expect(inShanghai(addBusinessMinutes(night, shanghai('2026-03-04 10:00'), 240).at)).toBe(
      '2026-03-05 00:00',
    );
    expect(inShanghai(addBusinessMinutes(night, shanghai('2026-03-04 10:00'), 241).at)).toBe(
      '2026-03-05 20:01',
    );
  });

  it.each([
    [600, 600],
    [-1, 60],
    [0, 1441],
  ])('refuses the opening minutes %i to %i', (opensMinute, closesMinute) => {
    expect(() =>
      businessCalendar({ country: 'CN', zone: 'Asia/Shanghai', opensMinute, closesMinute }),
    ).toThrow(RangeError);
  });

  it('refuses a zone that does not exist', () => {
    expect(() => businessCalendar({ country: 'CN', zone: 'Mars/Olympus' })).toThrow(/Mars\/Olympus/);
  });

  it('refuses a calendar without an open day instead of looking for one for ever', () => {
    const closed = { ...CHINA_CALENDAR, day: () => ({ works: false, estimated: false }) };
    expect(() => addBusinessDays(closed, shanghai('2026-03-04 10:00'), 1)).toThrow(/no open day/);
  });
});

describe('what always holds', () => {
  const calendars = [
    CHINA_CALENDAR,
    businessCalendar({ country: 'DE', zone: 'Europe/Berlin' }),
    businessCalendar({ country: 'US', zone: 'America/New_York' }),
  ];
  const calendar = fc.constantFrom(...calendars);
  const instant = fc
    .integer({ min: Date.UTC(2025, 0, 1) / 60_000, max: Date.UTC(2027, 0, 1) / 60_000 })
    .map((minute) => DateTime.fromMillis(minute * 60_000).toJSDate());
  const minutes = fc.integer({ min: 0, max: 20 * 540 });

  it('adding minutes and counting them gives them back', () => {
    fc.assert(
      fc.property(calendar, instant, minutes, (party, from, length) => {
        expect(businessMinutesBetween(party, from, addBusinessMinutes(party, from, length).at)).toBe(length);
      }),
    );
  });

  it('later starts and longer terms never end earlier', () => {
    fc.assert(
      fc.property(calendar, instant, instant, minutes, (party, one, other, length) => {
        const [early, late] = one <= other ? [one, other] : [other, one];
        const due = (from: Date, extra: number) =>
          addBusinessMinutes(party, from, length + extra).at.getTime();
        expect(due(late, 0)).toBeGreaterThanOrEqual(due(early, 0));
        expect(due(early, 1)).toBeGreaterThan(due(early, 0));
      }),
    );
  });

  it('never ends on closed time, except exactly on closing time', () => {
    fc.assert(
      fc.property(calendar, instant, minutes, (party, from, length) => {
        const end = DateTime.fromJSDate(addBusinessMinutes(party, from, length).at, { zone: party.zone });
        expect(party.day(end.toFormat('yyyy-MM-dd')).works).toBe(true);
        expect(end.hour * 60 + end.minute).toBeGreaterThanOrEqual(540);
        expect(end.hour * 60 + end.minute).toBeLessThanOrEqual(1080);
      }),
    );
  });

  it('walks days, not minutes', () => {
    let asked = 0;
    const counting = {
      ...CHINA_CALENDAR,
      day: (date: string) => {
        asked += 1;
        return CHINA_CALENDAR.day(date);
      },
    };
    addBusinessDays(counting, shanghai('2026-01-05 09:00'), 250);
    expect(asked).toBeLessThan(2 * 366);
  });
});
