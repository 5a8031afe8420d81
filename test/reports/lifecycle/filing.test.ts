import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/people/principal.ts';
import type { DecisionContext } from '../../../src/reports/lifecycle/context.ts';
import type { ReportEvent } from '../../../src/reports/lifecycle/events.ts';
import type { KnownFacts } from '../../../src/reports/lifecycle/facts.ts';
import type { Report } from '../../../src/reports/report.ts';
import {
  admin,
  anotherReport,
  aProposal,
  aReport,
  aRequest,
  at,
  context,
  decided,
  facts,
  HASH,
  knowing,
  NOW,
  owner,
  person,
  providerMember,
  refusedWith,
  reviewer,
  secondOwner,
  storeMember,
  strangerOwner,
} from './cases.ts';
import { EVENTS } from './events.ts';

describe('the way from draft to the staff', () => {
  it.each<[string, Report['state'], ReportEvent, Actor, string, string, object]>([
    [
      'T2 the owner sends the draft',
      'DRAFT',
      EVENTS.request,
      owner,
      'T2',
      'REQUESTED',
      { do: 'start', businessDays: 3, calendarOf: 'provider' },
    ],
    [
      'T3 the provider accepts',
      'REQUESTED',
      EVENTS.accept,
      admin,
      'T3',
      'FILLING',
      { do: 'start', businessDays: 5, calendarOf: 'provider' },
    ],
    ['T4 the provider declines', 'REQUESTED', EVENTS.decline, admin, 'T4', 'DECLINED', { do: 'stop' }],
    [
      'T5 the provider submits',
      'FILLING',
      EVENTS.submit,
      admin,
      'T5',
      'STORE_CONFIRM',
      { do: 'start', businessDays: 3, calendarOf: 'store' },
    ],
    [
      'T6 the store returns',
      'STORE_CONFIRM',
      EVENTS.returnByStore,
      owner,
      'T6',
      'FILLING',
      { do: 'start', businessDays: 5, calendarOf: 'provider' },
    ],
    [
      'T7 the store confirms',
      'STORE_CONFIRM',
      EVENTS.confirm,
      owner,
      'T7',
      'STAFF_REVIEW',
      { do: 'start', businessDays: 2, calendarOf: 'platform' },
    ],
    [
      'T22 the store withdraws during review',
      'STAFF_REVIEW',
      EVENTS.withdraw,
      owner,
      'T22',
      'WITHDRAWN',
      { do: 'stop' },
    ],
  ])('%s', (_, state, event, actor, transition, to, clock) => {
    const report = aReport({ state });
    const change = decided(report, event, context(actor));
    expect(change).toMatchObject({ transition, from: state, clock });
    expect(change.next).toMatchObject({ state: to, stateSeq: report.stateSeq + 1, stateSince: NOW });
  });

  it.each(['DRAFT', 'REQUESTED', 'FILLING', 'STORE_CONFIRM', 'INFO_REQUESTED'] as const)(
    'T22 the store may withdraw from %s',
    (state) => {
      const report = aReport({ state, infoFrom: state === 'INFO_REQUESTED' ? 'provider' : null });
      expect(decided(report, EVENTS.withdraw, context(owner)).next.state).toBe('WITHDRAWN');
    },
  );
});

describe('what stands in the way before the review', () => {
  it.each<[string, Partial<Report>, ReportEvent, Actor, KnownFacts, readonly string[]]>([
    [
      'a member cannot send a request',
      { state: 'DRAFT' },
      EVENTS.request,
      storeMember,
      {},
      ['people.role-needed'],
    ],
    [
      'an owner of another store cannot either',
      { state: 'DRAFT' },
      EVENTS.request,
      strangerOwner,
      {},
      ['people.not-your-organisation'],
    ],
    [
      'G1 the quotation route',
      { state: 'DRAFT', entryChannel: 'QUOTATION' },
      EVENTS.request,
      owner,
      {},
      ['reports.wrong-entrance'],
    ],
    [
      'G2 a short term',
      { state: 'DRAFT', request: aRequest({ reportingMonths: 6 }) },
      EVENTS.request,
      owner,
      {},
      ['reports.too-few-months'],
    ],
    [
      'G3 a start in the past',
      { state: 'DRAFT', request: aRequest({ purchaseStart: '2026-05-01', reportingStart: '2026-05-01' }) },
      EVENTS.request,
      owner,
      { requestedOn: null },
      ['reports.start-in-past'],
    ],
    [
      'G4 an overlap',
      { state: 'DRAFT' },
      EVENTS.request,
      owner,
      { otherReports: [anotherReport()] },
      ['reports.overlap'],
    ],
    [
      'a member of the provider cannot accept',
      { state: 'REQUESTED' },
      EVENTS.accept,
      providerMember,
      {},
      ['people.role-needed'],
    ],
    [
      'the store cannot accept its own request',
      { state: 'REQUESTED' },
      EVENTS.accept,
      owner,
      {},
      ['people.role-needed'],
    ],
    [
      'G5 the recognition ends too early',
      { state: 'REQUESTED' },
      EVENTS.accept,
      admin,
      { provider: { recognisedUntil: '2026-05-31', barred: false, watched: false } },
      ['reports.provider-not-recognised'],
    ],
    [
      'T4 another reason is not said',
      { state: 'REQUESTED' },
      { type: 'decline', reasonCode: 'OTHER', text: 'no' },
      admin,
      {},
      ['reports.text-too-short'],
    ],
    [
      'G6 each blank by name',
      { state: 'FILLING' },
      EVENTS.submit,
      admin,
      { blanks: ['contractNo', 'QS03'] },
      ['reports.blank', 'reports.blank'],
    ],
    [
      'G8 an expired licence',
      { state: 'FILLING' },
      EVENTS.submit,
      admin,
      { qualifications: [{ kind: 'LICENCE', validUntil: '2026-05-31' }] },
      ['reports.qualification-not-valid'],
    ],
    [
      'G9 no contract',
      { state: 'FILLING' },
      EVENTS.submit,
      admin,
      { evidence: [] },
      ['reports.contract-missing'],
    ],
    [
      'a member of the provider cannot submit',
      { state: 'FILLING' },
      EVENTS.submit,
      providerMember,
      {},
      ['people.role-needed'],
    ],
    [
      'the provider has submitted already',
      { state: 'STORE_CONFIRM' },
      EVENTS.submit,
      admin,
      {},
      ['reports.not-your-turn'],
    ],
    [
      'the store confirms before the provider has submitted',
      { state: 'FILLING' },
      EVENTS.confirm,
      owner,
      {},
      ['reports.not-your-turn'],
    ],
    [
      'T6 nothing is said',
      { state: 'STORE_CONFIRM' },
      { type: 'returnByStore', comments: [] },
      owner,
      {},
      ['reports.comment-needed'],
    ],
    [
      'T6 a comment is empty',
      { state: 'STORE_CONFIRM' },
      { type: 'returnByStore', comments: [{ field: 'brands', text: '  ' }] },
      owner,
      {},
      ['reports.comment-empty'],
    ],
    [
      'T6 three rounds are used',
      { state: 'STORE_CONFIRM', rounds: 3 },
      EVENTS.returnByStore,
      owner,
      {},
      ['reports.no-rounds-left'],
    ],
    [
      'T7 another hash was shown',
      { state: 'STORE_CONFIRM' },
      { ...EVENTS.confirm, clickedHash: 'older' },
      owner,
      {},
      ['reports.hash-changed'],
    ],
    [
      'T7 an N/A is not ticked',
      { state: 'STORE_CONFIRM' },
      { ...EVENTS.confirm, naTicks: ['QS03:NA'] },
      owner,
      { mustTick: ['QS03:NA', 'QS08:NONE'] },
      ['reports.not-ticked'],
    ],
    [
      'T7 no name is typed',
      { state: 'STORE_CONFIRM' },
      { ...EVENTS.confirm, typedName: ' ' },
      owner,
      {},
      ['reports.typed-name-missing'],
    ],
    [
      'T7 a member cannot confirm',
      { state: 'STORE_CONFIRM' },
      EVENTS.confirm,
      storeMember,
      {},
      ['people.role-needed'],
    ],
    [
      'SOD-1 the confirming owner edited for the provider',
      { state: 'STORE_CONFIRM', revisionEditors: ['olga'] },
      EVENTS.confirm,
      owner,
      {},
      ['people.editor-may-not-confirm'],
    ],
    [
      'T22 after the decision',
      { state: 'ACTIVE' },
      EVENTS.withdraw,
      owner,
      {},
      ['reports.not-in-this-state'],
    ],
    ['T22 by the provider', { state: 'REQUESTED' }, EVENTS.withdraw, admin, {}, ['people.role-needed']],
    [
      'a closed case takes nothing more',
      { state: 'DECLINED' },
      EVENTS.accept,
      admin,
      {},
      ['reports.case-closed'],
    ],
    [
      'staff are not the clock',
      { state: 'REQUESTED' },
      EVENTS.tick,
      reviewer,
      {},
      ['reports.only-the-clock'],
    ],
  ])('%s', (_, changes, event, actor, known, refusals) => {
    expect(refusedWith(aReport(changes), event, knowing(actor, known))).toEqual(refusals);
  });

  it('a person may not confirm for somebody who edited (SOD-5)', () => {
    const report = aReport({ state: 'STORE_CONFIRM', revisionEditors: ['oskar'] });
    const forOskar: DecisionContext = { ...context(owner), representing: [secondOwner] };
    expect(refusedWith(report, EVENTS.confirm, forOskar)).toEqual(['people.editor-may-not-confirm']);
  });
});

describe('what a step leaves behind', () => {
  it('a request keeps its rules and the chosen items (T2)', () => {
    const { records } = decided(aReport(), EVENTS.request, context(owner));
    expect(records.map(({ record }) => record)).toEqual(['RULES', 'ITEM_SNAPSHOT']);
  });

  it('declining offers the store similar providers (T4)', () => {
    const change = decided(aReport({ state: 'REQUESTED' }), EVENTS.decline, context(admin));
    expect(change.followUps).toEqual([{ task: 'OFFER_SIMILAR_PROVIDERS' }]);
    expect(change.data).toMatchObject({ reasonCode: 'NO_CAPACITY' });
  });

  it('submitting freezes the next revision, and whoever submits is its editor (T5)', () => {
    const report = aReport({
      state: 'FILLING',
      revision: 1,
      revisionEditors: ['mei'],
      allEditors: ['olga', 'mei'],
    });
    const { next, records } = decided(report, EVENTS.submit, context(admin));
    expect(next).toMatchObject({ revision: 2, revisionHash: HASH, revisionEditors: ['mei', 'adam'] });
    expect(next.allEditors).toEqual(['olga', 'mei', 'adam']);
    expect(records).toMatchObject([{ record: 'REVISION', revision: 2, hash: HASH, actor: 'adam' }]);
  });

  it('whoever is stood in for when submitting is an editor too (SOD-5)', () => {
    const forAda = { ...context(admin), representing: [person('ada', at('PROVIDER_ADMIN'))] };
    const { next } = decided(aReport({ state: 'FILLING', revisionEditors: [] }), EVENTS.submit, forAda);
    expect(next.revisionEditors).toEqual(['adam', 'ada']);
  });

  it('a deposit that is short is only said when submitting (G7 at T5)', () => {
    const short = { deposit: { availableMinor: 1_000_000, requiredMinor: 5_000_000, currency: 'CNY' } };
    const { warnings } = decided(aReport({ state: 'FILLING' }), EVENTS.submit, knowing(admin, short));
    expect(warnings).toMatchObject([
      { warned: 'reports.warned.deposit-short', data: { missing: { minor: 4_000_000, currency: 'CNY' } } },
    ]);
  });

  it('a licence that expires before the end opens a task 90 days ahead (G8 at T5)', () => {
    const known = { qualifications: [{ kind: 'LICENCE', validUntil: '2027-03-31' }] };
    const change = decided(aReport({ state: 'FILLING' }), EVENTS.submit, knowing(admin, known));
    expect(change.warnings).toMatchObject([{ warned: 'reports.warned.qualification-expires' }]);
    expect(change.followUps).toMatchObject([{ task: 'RENEW_QUALIFICATION', dueOn: '2026-12-31' }]);
  });

  it('a return opens the next round, keeps the diff base and voids confirmations (T6)', () => {
    const change = decided(
      aReport({ state: 'STORE_CONFIRM', rounds: 1 }),
      EVENTS.returnByStore,
      context(owner),
    );
    expect(change.next).toMatchObject({ rounds: 2, revision: 1, revisionEditors: ['adam', 'mei'] });
    expect(change.records.map(({ record }) => record)).toEqual(['COMMENTS', 'CONFIRMATIONS_VOID']);
    expect(change.data).toEqual({ round: 2, diffBase: HASH });
  });

  it('a confirmation records what was read, ticked and typed (T7)', () => {
    const event = { ...EVENTS.confirm, naTicks: ['QS03:NA'], typedName: ' Olga Owner ' };
    const { records } = decided(
      aReport({ state: 'STORE_CONFIRM' }),
      event,
      knowing(owner, { mustTick: ['QS03:NA'] }),
    );
    expect(records).toEqual([
      {
        record: 'CONFIRMATION',
        actor: 'olga',
        onBehalfOf: [],
        at: NOW,
        revision: 1,
        hash: HASH,
        typedName: 'Olga Owner',
        naTicks: ['QS03:NA'],
      },
    ]);
  });

  it('what is done late still counts, and is said', () => {
    const due = new Date('2026-05-11T10:00:00Z');
    const report = aReport({ state: 'REQUESTED', deadline: { at: due, estimated: false } });
    expect(decided(report, EVENTS.accept, context(admin)).warnings).toEqual([
      { warned: 'reports.warned.late', data: { due } },
    ]);
  });

  it('nothing is mutated, and the same input gives the same output', () => {
    const report = Object.freeze(aReport({ state: 'STAFF_REVIEW', proposal: Object.freeze(aProposal()) }));
    const first = decided(report, EVENTS.withdraw, context(owner));
    expect(decided(report, EVENTS.withdraw, context(owner))).toEqual(first);
    expect(report.state).toBe('STAFF_REVIEW');
    expect(first.next.proposal).toBeNull();
  });

  it('a fact that was not loaded is a mistake of the caller, not a refusal', () => {
    const { blanks: _, ...rest } = facts();
    const run = () => decided(aReport({ state: 'FILLING' }), EVENTS.submit, context(admin, { facts: rest }));
    expect(run).toThrow(/"blanks" is needed/);
  });

  it('a person with a role elsewhere and here acts here', () => {
    const both = person('olga', at('STORE_OWNER', 'st_other'), at('STORE_OWNER'));
    expect(decided(aReport(), EVENTS.request, context(both)).next.state).toBe('REQUESTED');
  });
});
