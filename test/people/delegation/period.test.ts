import { describe, expect, it } from 'vitest';
import { delegationPeriod } from '../../../src/people/delegation/period.ts';
import { endReminderAt } from '../../../src/people/delegation/reminders/end-reminder.ts';
import { businessCalendar, CHINA_CALENDAR } from '../../../src/reminders/calendar/calendar.ts';

const now = new Date('2026-05-06T03:00:00Z');
const shanghai = { zone: 'Asia/Shanghai', now, maximumDays: 90 };

describe('the period of a delegation', () => {
  it('is whole days of the delegator’s zone, kept in UTC', () => {
    expect(delegationPeriod({ from: '2026-05-11', until: '2026-05-18' }, shanghai)).toEqual({
      ok: { from: new Date('2026-05-10T16:00:00Z'), until: new Date('2026-05-17T16:00:00Z') },
    });
    expect(
      delegationPeriod({ from: '2026-05-11', until: '2026-05-18' }, { ...shanghai, zone: 'Europe/Paris' }),
    ).toEqual({ ok: { from: new Date('2026-05-10T22:00:00Z'), until: new Date('2026-05-17T22:00:00Z') } });
  });

  it('begins at once when it begins today', () => {
    expect(delegationPeriod({ from: '2026-05-06', until: '2026-05-07' }, shanghai)).toEqual({
      ok: { from: now, until: new Date('2026-05-06T16:00:00Z') },
    });
  });

  it.each([
    ['yesterday', { from: '2026-05-05', until: '2026-05-18' }, 'from', 'delegation.in-past'],
    [
      'an end on the day it begins',
      { from: '2026-05-11', until: '2026-05-11' },
      'until',
      'delegation.until-not-after',
    ],
    [
      'an end before its beginning',
      { from: '2026-05-11', until: '2026-05-10' },
      'until',
      'delegation.until-not-after',
    ],
    ['91 days', { from: '2026-05-11', until: '2026-08-10' }, 'until', 'delegation.too-long'],
    ['no date', { from: 'soon', until: '2026-05-10' }, 'from', 'delegation.not-a-date'],
    [
      'a day that does not exist',
      { from: '2026-05-11', until: '2026-02-30' },
      'until',
      'delegation.not-a-date',
    ],
  ])('is refused for %s', (_case, typed, field, refused) => {
    expect(delegationPeriod(typed, shanghai)).toMatchObject({ refused, field });
  });

  it('may last as long as the rules say', () => {
    expect(delegationPeriod({ from: '2026-05-11', until: '2026-08-09' }, shanghai)).toHaveProperty('ok');
  });

  it('says both dates that are none', () => {
    expect(delegationPeriod({ from: '', until: 'never' }, shanghai)).toMatchObject({
      field: 'from',
      also: [{ field: 'until' }],
    });
  });
});

describe('the reminder that a delegation ends', () => {
  const from = new Date('2026-04-01T00:00:00Z');
  const ends = (until: string, calendar = CHINA_CALENDAR, begins = from) =>
    endReminderAt({ from: begins, until: new Date(until) }, calendar)?.at.toISOString() ?? null;

  it.each([
    ['comes on the business day before', '2026-05-12T16:00:00Z', '2026-05-12T01:00:00.000Z'],
    ['not on a weekend', '2026-05-17T16:00:00Z', '2026-05-15T01:00:00.000Z'],
    ['not on a holiday', '2026-05-05T16:00:00Z', '2026-04-30T01:00:00.000Z'],
    ['also on a make-up working Saturday', '2026-05-09T16:00:00Z', '2026-05-09T01:00:00.000Z'],
  ])('%s', (_case, until, at) => {
    expect(ends(until)).toBe(at);
  });

  it('is not sent before the delegation has begun', () => {
    expect(ends('2026-05-12T16:00:00Z', CHINA_CALENDAR, new Date('2026-05-12T02:00:00Z'))).toBeNull();
  });

  it('follows the delegator’s calendar', () => {
    const paris = businessCalendar({ country: 'FR', zone: 'Europe/Paris' });
    expect(ends('2026-05-17T22:00:00Z', paris)).toBe('2026-05-15T07:00:00.000Z');
  });
});
