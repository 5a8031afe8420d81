import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/people/principal.ts';
import type { ReportEvent } from '../../../src/reports/lifecycle/events.ts';
import type { KnownFacts } from '../../../src/reports/lifecycle/facts.ts';
import type { Notice, Proposal, Report } from '../../../src/reports/report.ts';
import {
  admin,
  aProposal,
  aReport,
  aRequest,
  at,
  bothSides,
  context,
  decided,
  facts,
  knowing,
  lead,
  NOW,
  owner,
  person,
  refusedWith,
  reviewer,
  secondLead,
  TODAY,
} from './cases.ts';
import { EVENTS } from './events.ts';

const request = aRequest({ purchaseStart: '2026-01-01', reportingStart: '2026-01-01' });
const active = (changes: Partial<Report> = {}): Report =>
  aReport({ state: 'ACTIVE', request, reportingEnd: '2026-12-31', ...changes });
const aNotice = (changes: Partial<Notice> = {}): Notice => ({
  kind: 'UNILATERAL',
  givenBy: 'olga',
  side: 'store',
  at: NOW,
  effectiveOn: '2026-07-01',
  ...changes,
});
const fromStore = (changes: Partial<Proposal>): Proposal =>
  aProposal({ by: 'olga', role: 'STORE_OWNER', side: 'store', reason: null, ...changes });
const mutualEnd = (date: string) => fromStore({ kind: 'MUTUAL_END', date });
const noticeOf = (terminationNoticeDays: number): KnownFacts => ({
  revision: { ...facts().revision, terminationNoticeDays },
});

describe('notice (T15, T17)', () => {
  it.each([
    ['store', owner],
    ['provider', admin],
  ] as const)('the %s gives notice 30 days ahead, and the handover begins', (side, actor) => {
    const change = decided(active(), { type: 'giveNotice', effectiveOn: '2026-06-11' }, context(actor));
    expect(change).toMatchObject({ transition: 'T15', followUps: [{ task: 'OPEN_HANDOVER' }] });
    expect(change.next).toMatchObject({
      state: 'NOTICE',
      notice: { kind: 'UNILATERAL', side, effectiveOn: '2026-06-11' },
    });
  });

  it.each<[string, Partial<Report>, string, KnownFacts, readonly string[]]>([
    ['29 days', {}, '2026-06-10', noticeOf(0), ['reports.notice-too-short']],
    ['59 days where the contract says 60', {}, '2026-07-10', noticeOf(60), ['reports.notice-too-short']],
    ['no date', {}, 'next month', {}, ['reports.not-a-date']],
    [
      'an end is agreed already',
      { notice: aNotice({ kind: 'AGREED' }) },
      '2026-12-01',
      {},
      ['reports.end-already-fixed'],
    ],
    ['not yet active', { state: 'SCHEDULED' }, '2026-12-01', {}, ['reports.not-in-this-state']],
  ])('is refused: %s', (_, changes, effectiveOn, known, refusals) => {
    expect(refusedWith(active(changes), { type: 'giveNotice', effectiveOn }, knowing(owner, known))).toEqual(
      refusals,
    );
  });

  it('a notice beyond the period is possible, and says that the period ends first', () => {
    const change = decided(active(), { type: 'giveNotice', effectiveOn: '2027-02-01' }, context(owner));
    expect(change.warnings).toMatchObject([{ warned: 'reports.warned.ends-before-notice' }]);
  });

  it('T17 one side asks, the other consents, and the cooperation goes on', () => {
    const given = active({ state: 'NOTICE', notice: aNotice() });
    const asked = decided(given, EVENTS.withdrawNotice, context(owner)).next;
    expect(asked).toMatchObject({ state: 'NOTICE', proposal: { kind: 'WITHDRAW_NOTICE', side: 'store' } });
    const consented = decided(asked, EVENTS.consentToStay, context(admin));
    expect(consented).toMatchObject({
      transition: 'T17',
      next: { state: 'ACTIVE', notice: null, proposal: null },
    });
  });

  it.each<[string, Partial<Report>, ReportEvent, Actor, readonly string[]]>([
    ['by the side that did not give it', {}, EVENTS.withdrawNotice, admin, ['reports.notice-not-yours']],
    [
      'on the effective day',
      { notice: aNotice({ effectiveOn: TODAY }) },
      EVENTS.withdrawNotice,
      owner,
      ['reports.notice-took-effect'],
    ],
    [
      'twice',
      { proposal: fromStore({ kind: 'WITHDRAW_NOTICE' }) },
      EVENTS.withdrawNotice,
      owner,
      ['reports.waits-for-other-side'],
    ],
    ['consent that nobody asked for', {}, EVENTS.consentToStay, admin, ['reports.no-proposal']],
    [
      'consent of the same side',
      { proposal: fromStore({ kind: 'WITHDRAW_NOTICE', by: 'oskar' }) },
      EVENTS.consentToStay,
      owner,
      ['reports.waits-for-other-side'],
    ],
    [
      'consent of the same person on the other side',
      { proposal: fromStore({ kind: 'WITHDRAW_NOTICE', by: 'bo' }) },
      EVENTS.consentToStay,
      bothSides,
      ['people.same-person-on-both-sides'],
    ],
  ])('T17 is refused: %s', (_, changes, event, actor, refusals) => {
    const report = active({ state: 'NOTICE', notice: aNotice(), ...changes });
    expect(refusedWith(report, event, context(actor))).toEqual(refusals);
  });
});

describe('an end by agreement (T16)', () => {
  it.each(['ACTIVE', 'SCHEDULED'] as const)('both sides name today, and it ends at once from %s', (state) => {
    const proposed = decided(active({ state }), { type: 'proposeEnd', date: TODAY }, context(owner)).next;
    expect(proposed).toMatchObject({
      state,
      proposal: { kind: 'MUTUAL_END', by: 'olga', side: 'store', date: TODAY },
    });
    const change = decided(proposed, { type: 'agreeEnd', date: TODAY }, context(admin));
    expect(change).toMatchObject({ transition: 'T16', next: { state: 'TERMINATED' } });
  });

  it('both sides name a later day, and the cooperation stands until then', () => {
    const change = decided(
      active({ proposal: mutualEnd('2026-07-01') }),
      { type: 'agreeEnd', date: '2026-07-01' },
      context(admin),
    );
    expect(change).toMatchObject({ transition: 'T16.agreed', clock: { do: 'keep' } });
    expect(change.next).toMatchObject({
      state: 'ACTIVE',
      proposal: null,
      notice: { kind: 'AGREED', side: 'store', effectiveOn: '2026-07-01' },
    });
  });

  it('the other side may answer with another date', () => {
    const counter = decided(
      active({ proposal: mutualEnd('2026-07-01') }),
      { type: 'proposeEnd', date: '2026-08-01' },
      context(admin),
    ).next;
    expect(counter.proposal).toMatchObject({ side: 'provider', date: '2026-08-01' });
  });

  it.each<[string, Partial<Report>, ReportEvent, Actor, readonly string[]]>([
    ['yesterday', {}, { type: 'proposeEnd', date: '2026-05-11' }, owner, ['reports.end-in-past']],
    ['after the period', {}, { type: 'proposeEnd', date: '2027-01-02' }, owner, ['reports.end-after-period']],
    [
      'the same date again',
      { proposal: mutualEnd('2026-07-01') },
      { type: 'proposeEnd', date: '2026-07-01' },
      admin,
      ['reports.same-date-proposed'],
    ],
    ['nothing proposed', {}, EVENTS.agreeEnd, admin, ['reports.no-proposal']],
    [
      'another date',
      { proposal: mutualEnd('2026-07-01') },
      { type: 'agreeEnd', date: '2026-07-02' },
      admin,
      ['reports.other-date-proposed'],
    ],
    [
      'the same side',
      { proposal: { ...mutualEnd('2026-07-01'), by: 'oskar' } },
      { type: 'agreeEnd', date: '2026-07-01' },
      owner,
      ['reports.waits-for-other-side'],
    ],
    [
      'the same person',
      { proposal: { ...mutualEnd('2026-07-01'), by: 'bo' } },
      { type: 'agreeEnd', date: '2026-07-01' },
      bothSides,
      ['people.same-person-on-both-sides'],
    ],
    ['staff for a party', {}, EVENTS.proposeEnd, lead, ['people.role-needed']],
  ])('is refused: %s', (_, changes, event, actor, refusals) => {
    expect(refusedWith(active(changes), event, context(actor))).toEqual(refusals);
  });
});

describe('suspension (T19..T21)', () => {
  const suspended = (changes: Partial<Report> = {}): Report =>
    active({
      state: 'SUSPENDED',
      previousState: 'ACTIVE',
      deadline: { at: new Date('2026-05-20T02:00:00Z'), estimated: false },
      ...changes,
    });
  const termination = (changes: Partial<Proposal> = {}): Proposal =>
    aProposal({
      kind: 'END_SUSPENDED',
      by: 'lena',
      role: 'STAFF_LEAD',
      date: TODAY,
      reason: 'FRAUD',
      ...changes,
    });

  it.each(['ACTIVE', 'SCHEDULED', 'NOTICE'] as const)(
    'T19 a lead suspends from %s with reasons, and T20 leads back',
    (state) => {
      const notice = state === 'NOTICE' ? aNotice() : null;
      const change = decided(active({ state, notice }), EVENTS.suspend, context(lead));
      expect(change).toMatchObject({
        transition: 'T19',
        clock: { do: 'start', calendarDays: 15, calendarOf: 'provider' },
      });
      expect(change.records).toMatchObject([
        { verdict: 'SUSPENDED', ruleIds: ['FALSE_FILING'], reason: EVENTS.suspend.text },
      ]);
      const back = decided(change.next, EVENTS.reinstate, context(reviewer));
      expect(back).toMatchObject({ transition: 'T20', clock: { do: 'stop' } });
      expect(back.next).toMatchObject({ state, previousState: null, notice, reportingEnd: '2026-12-31' });
    },
  );

  it('T21 fraud ends it at once when two persons say so', () => {
    const proposed = decided(suspended(), EVENTS.proposeTermination, context(lead)).next;
    expect(proposed.proposal).toMatchObject({ kind: 'END_SUSPENDED', by: 'lena', reason: 'FRAUD' });
    const change = decided(proposed, EVENTS.confirmTermination, context(reviewer));
    expect(change).toMatchObject({ transition: 'T21', next: { state: 'TERMINATED' } });
    expect(change.records).toMatchObject([
      { verdict: 'TERMINATED', firstActor: 'lena', actor: 'rosa', ruleIds: ['FRAUD'] },
    ]);
  });

  it('T21 an uncured cause ends it after 30 days of notice, an earlier fixed day stays', () => {
    const overdue = suspended({
      deadline: { at: NOW, estimated: false },
      notice: aNotice({ effectiveOn: '2026-06-01' }),
    });
    const event: ReportEvent = {
      ...EVENTS.proposeTermination,
      ground: 'NOT_CURED',
      effectiveOn: '2026-06-11',
    };
    const proposed = decided(overdue, event, context(lead)).next;
    const change = decided(proposed, EVENTS.confirmTermination, context(secondLead));
    expect(change).toMatchObject({ transition: 'T21.agreed', clock: { do: 'keep' } });
    expect(change.next).toMatchObject({
      state: 'SUSPENDED',
      notice: { kind: 'PLATFORM', effectiveOn: '2026-06-01' },
    });
    expect(refusedWith(change.next, EVENTS.reinstate, context(lead))).toEqual(['reports.end-already-fixed']);
  });

  it.each<[string, Report, ReportEvent, Actor, KnownFacts, readonly string[]]>([
    ['T19 by a reviewer', active(), EVENTS.suspend, reviewer, {}, ['people.role-needed']],
    [
      'T19 without reasons',
      active(),
      { ...EVENTS.suspend, text: 'fraud' },
      lead,
      {},
      ['reports.text-too-short'],
    ],
    [
      'T19 by a lead who belongs to the store',
      active(),
      EVENTS.suspend,
      person('lena', at('STAFF_LEAD'), at('STORE_MEMBER')),
      {},
      ['people.party-member-may-not-decide'],
    ],
    [
      'T20 without saying how it was cured',
      suspended(),
      { type: 'reinstate', text: 'ok' },
      reviewer,
      {},
      ['reports.text-too-short'],
    ],
    [
      'T20 while the deposit is short',
      suspended(),
      EVENTS.reinstate,
      reviewer,
      { deposit: { availableMinor: 0, requiredMinor: 1, currency: 'CNY' } },
      ['reports.deposit-short'],
    ],
    [
      'T20 while the licence is expired today',
      suspended(),
      EVENTS.reinstate,
      reviewer,
      { qualifications: [{ kind: 'LICENCE', validUntil: '2026-05-11' }] },
      ['reports.qualification-not-valid'],
    ],
    [
      'T21 before the 15 days are over',
      suspended(),
      { ...EVENTS.proposeTermination, ground: 'NOT_CURED', effectiveOn: '2026-06-11' },
      lead,
      {},
      ['reports.cure-time-left'],
    ],
    [
      'T21 with 29 days of notice',
      suspended({ deadline: { at: NOW, estimated: false } }),
      { ...EVENTS.proposeTermination, ground: 'NOT_CURED', effectiveOn: '2026-06-10' },
      lead,
      {},
      ['reports.platform-notice-too-short'],
    ],
    [
      'T21 in the past',
      suspended(),
      { ...EVENTS.proposeTermination, effectiveOn: '2026-05-11' },
      lead,
      {},
      ['reports.platform-notice-too-short'],
    ],
    [
      'T21 proposed twice',
      suspended({ proposal: termination() }),
      EVENTS.proposeTermination,
      secondLead,
      {},
      ['reports.waits-for-second-person'],
    ],
    ['T21 by a reviewer first', suspended(), EVENTS.proposeTermination, reviewer, {}, ['people.role-needed']],
    [
      'T21 confirmed without a proposal',
      suspended(),
      EVENTS.confirmTermination,
      reviewer,
      {},
      ['reports.no-proposal'],
    ],
    [
      'T21 confirmed by the same person',
      suspended({ proposal: termination() }),
      EVENTS.confirmTermination,
      lead,
      {},
      ['people.first-approver-may-not-second'],
    ],
  ])('is refused: %s', (_, report, event, actor, known, refusals) => {
    expect(refusedWith(report, event, knowing(actor, known))).toEqual(refusals);
  });
});
