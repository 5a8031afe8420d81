import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBusinessMinutes,
  businessMinutesBetween,
  nextOpening,
} from '../../../src/reminders/calendar/arithmetic.ts';
import { type BusinessCalendar, businessCalendar } from '../../../src/reminders/calendar/calendar.ts';

const ZONES = Intl.supportedValuesOf('timeZone');
/** A hundred years around today, whose zones' rules are known or guessed; no holidays, since every day must count. */
const FIRST_MINUTE = Date.UTC(1975, 0, 1) / 60_000;
const LAST_MINUTE = Date.UTC(2075, 0, 1) / 60_000;
/** A few of each zone: there are over four hundred. */
const RUNS = { numRuns: 2 };

const everyDay = (zone: string, opensMinute: number, closesMinute: number): BusinessCalendar => ({
  ...businessCalendar({ country: 'ZZ', zone, opensMinute, closesMinute }),
  day: () => ({ works: true, estimated: false }),
});

const instant = fc
  .integer({ min: FIRST_MINUTE, max: LAST_MINUTE })
  .map((minute) => new Date(minute * 60_000));
const minutes = fc.integer({ min: 0, max: 30 * 540 });
/** Office hours, the night in which clocks are moved, and around the clock. */
const hours = fc.constantFrom([540, 1080], [60, 240], [0, 1440]);

describe.each(ZONES)('in %s, over a hundred years', (zone) => {
  it('adding minutes and counting them gives them back', () => {
    fc.assert(
      fc.property(hours, instant, minutes, ([opens = 0, closes = 0], from, length) => {
        const calendar = everyDay(zone, opens, closes);
        expect(businessMinutesBetween(calendar, from, addBusinessMinutes(calendar, from, length).at)).toBe(
          length,
        );
      }),
      RUNS,
    );
  });

  it('later starts and longer terms never end earlier', () => {
    fc.assert(
      fc.property(hours, instant, minutes, fc.nat(3_000), ([opens = 0, closes = 0], from, length, later) => {
        const calendar = everyDay(zone, opens, closes);
        const due = (start: Date, term: number) => addBusinessMinutes(calendar, start, term).at.getTime();
        expect(due(new Date(from.getTime() + later * 60_000), length)).toBeGreaterThanOrEqual(
          due(from, length),
        );
        expect(due(from, length + 1)).toBeGreaterThan(due(from, length));
        expect(nextOpening(calendar, from).at >= from).toBe(true);
      }),
      RUNS,
    );
  });

  it('around the clock no minute is lost or made up when clocks are moved', () => {
    const calendar = everyDay(zone, 0, 1440);
    fc.assert(
      fc.property(instant, minutes, (from, length) => {
        const to = new Date(from.getTime() + length * 60_000);
        expect(businessMinutesBetween(calendar, from, to)).toBe(length);
      }),
      RUNS,
    );
  });
});

describe('days that a zone makes longer or shorter', () => {
  it.each([
    ['Havana has midnight twice', 'America/Havana', '1995-10-07T00:00:00Z', '1995-10-09T12:00:00Z'],
    ['Beirut leaves midnight out', 'Asia/Beirut', '2026-03-28T00:00:00Z', '2026-03-30T12:00:00Z'],
    ['Samoa left out a day', 'Pacific/Apia', '2011-12-28T00:00:00Z', '2012-01-02T00:00:00Z'],
    [
      'Lord Howe moves by half an hour',
      'Australia/Lord_Howe',
      '2026-04-03T00:00:00Z',
      '2026-04-06T00:00:00Z',
    ],
  ])('%s', (_, zone, from, to) => {
    const whole = (Date.parse(to) - Date.parse(from)) / 60_000;
    expect(businessMinutesBetween(everyDay(zone, 0, 1440), new Date(from), new Date(to))).toBe(whole);
  });

  it('the day that Samoa left out had no office hours', () => {
    const office = everyDay('Pacific/Apia', 540, 1080);
    const from = new Date('2011-12-29T18:00:00-10:00');
    expect(addBusinessMinutes(office, from, 60).at).toEqual(new Date('2011-12-31T10:00:00+14:00'));
  });
});
