import { describe, expect, it } from 'vitest';
import type { KnownFacts } from '../../../src/reports/lifecycle/facts.ts';
import type { Notice, Report } from '../../../src/reports/report.ts';
import { aReport, aRequest, context, decided, facts, NOW, refusedWith } from './cases.ts';
import { EVENTS } from './events.ts';

const tick = EVENTS.tick;
const day = 86_400_000;
const onDay = (today: string, known: KnownFacts = {}) =>
  context('clock', { today, facts: { ...facts(), ...known } });
const short: KnownFacts = { deposit: { availableMinor: 0, requiredMinor: 1, currency: 'CNY' } };

const standing = (state: Report['state'], changes: Partial<Report> = {}): Report =>
  aReport({ state, previousState: state === 'SUSPENDED' ? 'ACTIVE' : null, ...changes });
const ending = (kind: Notice['kind'], effectiveOn: string): Partial<Report> => ({
  notice: { kind, givenBy: 'olga', side: kind === 'PLATFORM' ? null : 'store', at: NOW, effectiveOn },
});

describe('what the clock does to an approved report (2026-06-01 to 2027-05-31)', () => {
  it.each<[string, Report, string, KnownFacts, string, string]>([
    ['T13 begins on the first day', standing('SCHEDULED'), '2026-06-01', {}, 'T13', 'ACTIVE'],
    [
      'T13 suspends when the deposit is short',
      standing('SCHEDULED'),
      '2026-06-01',
      short,
      'T13.suspended',
      'SUSPENDED',
    ],
    [
      'T13 suspends when the licence has expired',
      standing('SCHEDULED'),
      '2026-06-01',
      { qualifications: [{ kind: 'LICENCE', validUntil: '2026-05-31' }] },
      'T13.suspended',
      'SUSPENDED',
    ],
    ['T14 ends after the last day', standing('ACTIVE'), '2027-06-01', {}, 'T14', 'EXPIRED'],
    ['T14 ends what is suspended', standing('SUSPENDED'), '2027-06-01', {}, 'T14', 'EXPIRED'],
    [
      'T14 wins over a later notice',
      standing('NOTICE', ending('UNILATERAL', '2027-06-15')),
      '2027-06-20',
      {},
      'T14',
      'EXPIRED',
    ],
    [
      'T14 wins over a notice for the day after the period',
      standing('NOTICE', ending('UNILATERAL', '2027-06-01')),
      '2027-06-01',
      {},
      'T14',
      'EXPIRED',
    ],
    [
      'T18 ends on the effective day',
      standing('NOTICE', ending('UNILATERAL', '2026-09-01')),
      '2026-09-01',
      {},
      'T18',
      'TERMINATED',
    ],
    [
      'T18 came first, even if the clock was asked late',
      standing('NOTICE', ending('UNILATERAL', '2026-09-01')),
      '2027-06-20',
      {},
      'T18',
      'TERMINATED',
    ],
    [
      'T18 notice runs through a suspension',
      standing('SUSPENDED', ending('UNILATERAL', '2026-09-01')),
      '2026-09-01',
      {},
      'T18',
      'TERMINATED',
    ],
    [
      'T16 ends on the agreed day',
      standing('ACTIVE', ending('AGREED', '2026-09-01')),
      '2026-09-01',
      {},
      'T16.due',
      'TERMINATED',
    ],
    [
      'T16 never begins when the agreed day is before the first',
      standing('SCHEDULED', ending('AGREED', '2026-05-20')),
      '2026-05-20',
      {},
      'T16.due',
      'TERMINATED',
    ],
    [
      'T13 comes before a later agreed end',
      standing('SCHEDULED', ending('AGREED', '2026-06-10')),
      '2026-06-20',
      {},
      'T13',
      'ACTIVE',
    ],
    [
      'T21 ends on the decided day',
      standing('SUSPENDED', ending('PLATFORM', '2026-09-01')),
      '2026-09-01',
      {},
      'T21.due',
      'TERMINATED',
    ],
  ])('%s', (_, report, today, known, transition, state) => {
    expect(decided(report, tick, onDay(today, known))).toMatchObject({ transition, next: { state } });
  });

  it.each<[string, Report, string]>([
    ['a day before the first', standing('SCHEDULED'), '2026-05-31'],
    ['on the last day', standing('ACTIVE'), '2027-05-31'],
    [
      'a day before the notice takes effect',
      standing('NOTICE', ending('UNILATERAL', '2026-09-01')),
      '2026-08-31',
    ],
    [
      'after an agreed day that is not yet there',
      standing('ACTIVE', ending('AGREED', '2026-09-01')),
      '2026-08-31',
    ],
    ['in staff review, however late', standing('STAFF_REVIEW'), '2030-01-01'],
  ])('nothing is due %s', (_, report, today) => {
    expect(refusedWith(report, tick, onDay(today))).toEqual(['reports.nothing-due']);
  });

  it('a report suspended at its start goes back there and then begins', () => {
    const suspended = decided(standing('SCHEDULED'), tick, onDay('2026-06-01', short)).next;
    const back = decided(suspended, EVENTS.reinstate, {
      ...onDay('2026-06-08'),
      actor: { principalId: 'rosa', memberships: [{ role: 'STAFF_REVIEWER', organisationId: 'platform' }] },
    }).next;
    expect(back.state).toBe('SCHEDULED');
    expect(decided(back, tick, onDay('2026-06-08')).next.state).toBe('ACTIVE');
  });

  it('after a long standstill everything that was due comes in its order', () => {
    const begun = decided(standing('SCHEDULED'), tick, onDay('2027-07-01')).next;
    const ended = decided(begun, tick, onDay('2027-07-01'));
    expect([begun.state, ended.next.state]).toEqual(['ACTIVE', 'EXPIRED']);
    expect(ended.followUps).toContainEqual({ task: 'FIX_RENEWAL_OUTCOME', dueOn: '2027-06-30' });
  });
});

describe('what the clock does to a report that waits', () => {
  const late = (lapseAt: Date | null, remindersDelivered: number): KnownFacts => ({
    waiting: { lapseAt, remindersDelivered },
  });

  it.each(['REQUESTED', 'FILLING', 'STORE_CONFIRM', 'INFO_REQUESTED'] as const)(
    'T23 lapses from %s',
    (state) => {
      const change = decided(standing(state), tick, onDay('2026-05-12', late(NOW, 3)));
      expect(change).toMatchObject({
        transition: 'T23',
        next: { state: 'LAPSED' },
        followUps: [{ task: 'OFFER_COPY_TO_NEW_REQUEST' }],
      });
    },
  );

  it.each<[string, Report['state'], Date | null, number]>([
    ['a minute too early', 'REQUESTED', new Date(NOW.getTime() + 60_000), 3],
    ['with only two reminders that arrived', 'FILLING', NOW, 2],
    ['without a clock', 'STORE_CONFIRM', null, 3],
    ['in STAFF_REVIEW', 'STAFF_REVIEW', NOW, 99],
  ])('nothing lapses %s', (_, state, lapseAt, reminders) => {
    expect(refusedWith(standing(state), tick, onDay('2026-05-12', late(lapseAt, reminders)))).toEqual([
      'reports.nothing-due',
    ]);
  });

  it.each<[number, boolean, string | null]>([
    [22, false, null],
    [23, false, 'draft.reminded'],
    [23, true, null],
    [29, true, null],
    [30, true, 'draft.expired'],
    [30, false, 'draft.expired'],
  ])('a draft of %i days, reminded %s: %s', (days, draftReminderSent, transition) => {
    const report = aReport({ createdAt: new Date(NOW.getTime() - days * day) });
    const by = onDay('2026-05-12', { draftReminderSent });
    if (transition === null) expect(refusedWith(report, tick, by)).toEqual(['reports.nothing-due']);
    else expect(decided(report, tick, by).transition).toBe(transition);
  });

  it('a reminder leaves the draft a draft; its expiry asks for its deletion', () => {
    const request = aRequest();
    const old = aReport({ request, createdAt: new Date(NOW.getTime() - 30 * day) });
    expect(decided(old, tick, onDay('2026-05-12')).followUps).toEqual([{ task: 'DELETE_DRAFT' }]);
    const younger = aReport({ createdAt: new Date(NOW.getTime() - 23 * day) });
    expect(decided(younger, tick, onDay('2026-05-12')).next.state).toBe('DRAFT');
  });
});
