import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/people/principal.ts';
import type { ReportEvent } from '../../../src/reports/lifecycle/events.ts';
import type { KnownFacts } from '../../../src/reports/lifecycle/facts.ts';
import type { Report } from '../../../src/reports/report.ts';
import {
  admin,
  anException,
  anotherReport,
  aProposal,
  aReport,
  aRequest,
  at,
  auditor,
  context,
  decided,
  facts,
  HASH,
  knowing,
  lead,
  owner,
  person,
  refusedWith,
  reviewer,
  secondLead,
  secondReviewer,
} from './cases.ts';
import { EVENTS } from './events.ts';

const inReview = (changes: Partial<Report> = {}): Report => aReport({ state: 'STAFF_REVIEW', ...changes });
const started = aRequest({ purchaseStart: '2026-05-01', reportingStart: '2026-05-01' });
const guaranteed: KnownFacts = { revision: { ...facts().revision, gmvGuarantee: true } };

describe('one approval', () => {
  it.each<[string, Report['request'], string, string]>([
    ['T10 schedules a report that starts later', aRequest(), 'T10', 'SCHEDULED'],
    [
      'T11 activates a report that starts today',
      aRequest({ purchaseStart: '2026-05-12', reportingStart: '2026-05-12' }),
      'T11',
      'ACTIVE',
    ],
    ['T11 activates a report whose start passed during the review', started, 'T11', 'ACTIVE'],
  ])('%s', (_, request, transition, state) => {
    const change = decided(inReview({ request }), EVENTS.approve, context(reviewer));
    expect(change).toMatchObject({ transition, next: { state, proposal: null }, clock: { do: 'stop' } });
    expect(change.records).toMatchObject([
      { record: 'DECISION', verdict: 'APPROVED', actor: 'rosa', firstActor: null, hash: HASH },
    ]);
  });

  it.each<[string, Partial<Report>, Actor, KnownFacts, readonly string[]]>([
    ['G1 another entrance', { entryChannel: 'ONLINE_PAYMENT' }, reviewer, {}, ['reports.wrong-entrance']],
    [
      'G2 reporting outside the purchase period',
      { request: aRequest({ purchaseStart: '2026-07-01' }) },
      reviewer,
      {},
      ['reports.reporting-outside-purchase'],
    ],
    [
      'G3 a start that was in the past when requested',
      { request: started },
      reviewer,
      { requestedOn: '2026-05-10' },
      ['reports.start-in-past'],
    ],
    [
      'G4 another report meanwhile, whose dates staff are not told',
      {},
      reviewer,
      { otherReports: [anotherReport()] },
      ['reports.overlap-elsewhere'],
    ],
    [
      'G5 the provider was barred meanwhile',
      {},
      reviewer,
      { provider: { recognisedUntil: '2028-01-01', barred: true, watched: false } },
      ['reports.provider-barred'],
    ],
    ['G6 a blank', {}, reviewer, { blanks: ['brands'] }, ['reports.blank']],
    [
      'G7 a deposit that is short blocks here',
      {},
      reviewer,
      { deposit: { availableMinor: 1, requiredMinor: 2, currency: 'CNY' } },
      ['reports.deposit-short'],
    ],
    [
      'G8 an expired licence',
      {},
      reviewer,
      { qualifications: [{ kind: 'LICENCE', validUntil: '2026-05-31' }] },
      ['reports.qualification-not-valid'],
    ],
    [
      'G9 a contract that does not cover the period',
      {},
      reviewer,
      { evidence: facts().evidence.map((file) => ({ ...file, coversUntil: '2027-05-30' })) },
      ['reports.evidence-dates'],
    ],
    [
      'several at once are told together',
      {},
      reviewer,
      { blanks: ['brands'], evidence: [] },
      ['reports.blank', 'reports.contract-missing'],
    ],
    [
      'SOD-2 a reviewer who belongs to the store',
      {},
      person('rosa', at('STAFF_REVIEWER'), at('STORE_MEMBER')),
      {},
      ['people.party-member-may-not-decide'],
    ],
    [
      'SOD-2 a reviewer who belongs to the provider',
      {},
      person('rosa', at('STAFF_REVIEWER'), at('PROVIDER_MEMBER')),
      {},
      ['people.party-member-may-not-decide'],
    ],
    [
      'SOD-2 a reviewer who edited the report',
      { allEditors: ['rosa'] },
      reviewer,
      {},
      ['people.editor-may-not-decide'],
    ],
    [
      'SOD-2 a reviewer who asked for the exception',
      { request: aRequest({ exceptions: [{ ...anException('EVIDENCE_DATES'), requestedBy: 'rosa' }] }) },
      reviewer,
      {},
      ['people.requester-may-not-decide'],
    ],
    ['an auditor changes nothing', {}, auditor, {}, ['people.role-needed']],
    ['the provider cannot approve itself', {}, admin, {}, ['people.role-needed']],
    ['before the store has confirmed', { state: 'STORE_CONFIRM' }, reviewer, {}, ['reports.not-your-turn']],
    [
      'while information is awaited',
      { state: 'INFO_REQUESTED', infoFrom: 'store' },
      reviewer,
      {},
      ['reports.not-your-turn'],
    ],
    ['what is active already', { state: 'ACTIVE' }, reviewer, {}, ['reports.not-in-this-state']],
  ])('is refused: %s', (_, changes, actor, known, refusals) => {
    expect(refusedWith(inReview(changes), EVENTS.approve, knowing(actor, known))).toEqual(refusals);
  });

  it('is refused to a delegate of somebody who belongs to the provider (SOD-5)', () => {
    const delegator = person('rita', at('STAFF_REVIEWER'), at('PROVIDER_MEMBER'));
    const forRita = { ...context(reviewer), representing: [delegator] };
    expect(refusedWith(inReview(), EVENTS.approve, forRita)).toEqual(['people.party-member-may-not-decide']);
  });
});

describe('two approvals (§3.4)', () => {
  it('the first leaves the report in review and names why a second is needed', () => {
    const change = decided(inReview(), EVENTS.approve, knowing(reviewer, guaranteed));
    expect(change).toMatchObject({
      transition: 'T10.first',
      clock: { do: 'keep' },
      data: { reasons: ['GMV_GUARANTEE'] },
    });
    expect(change.next).toMatchObject({
      state: 'STAFF_REVIEW',
      proposal: { kind: 'APPROVE', by: 'rosa', role: 'STAFF_REVIEWER', reason: 'GMV_GUARANTEE' },
    });
    expect(change.records).toMatchObject([{ verdict: 'FIRST_APPROVAL', ruleIds: ['GMV_GUARANTEE'] }]);
  });

  it('a second person decides, and both stand on the decision', () => {
    const change = decided(inReview({ proposal: aProposal() }), EVENTS.approve, context(lead));
    expect(change).toMatchObject({ transition: 'T10', next: { state: 'SCHEDULED', proposal: null } });
    expect(change.records).toMatchObject([
      { verdict: 'APPROVED', firstActor: 'rosa', actor: 'lena', ruleIds: ['SHORT_TERM'] },
    ]);
  });

  it('a doubt of the reviewer is reason enough', () => {
    const change = decided(inReview(), { type: 'approve', unsure: true }, context(reviewer));
    expect(change).toMatchObject({ transition: 'T10.first', data: { reasons: ['REVIEWER_UNSURE'] } });
  });

  it.each<[string, Partial<Report>, Actor, ReportEvent, readonly string[]]>([
    [
      'SOD-3 the same person again',
      { proposal: aProposal() },
      reviewer,
      EVENTS.approve,
      ['people.first-approver-may-not-second'],
    ],
    [
      'SOD-3 somebody for whom the first stood in',
      { proposal: aProposal({ onBehalfOf: ['lena'] }) },
      lead,
      EVENTS.approve,
      ['people.first-approver-may-not-second'],
    ],
    [
      'two reviewers without a lead',
      { proposal: aProposal() },
      secondReviewer,
      EVENTS.approve,
      ['reports.lead-needed'],
    ],
    [
      'two doubts',
      { proposal: aProposal() },
      lead,
      { type: 'approve', unsure: true },
      ['reports.second-must-be-sure'],
    ],
  ])('the second is refused: %s', (_, changes, actor, event, refusals) => {
    expect(refusedWith(inReview(changes), event, context(actor))).toEqual(refusals);
  });

  it('after a lead any reviewer may be the second', () => {
    const report = inReview({ proposal: aProposal({ by: 'lena', role: 'STAFF_LEAD' }) });
    expect(decided(report, EVENTS.approve, context(reviewer)).next.state).toBe('SCHEDULED');
    expect(decided(report, EVENTS.approve, context(secondLead)).next.state).toBe('SCHEDULED');
  });

  it('the guards are asked again for the second', () => {
    const report = inReview({ proposal: aProposal() });
    expect(refusedWith(report, EVENTS.approve, knowing(lead, { blanks: ['brands'] }))).toEqual([
      'reports.blank',
    ]);
  });

  it('a question in between takes the first approval back', () => {
    const asked = decided(inReview({ proposal: aProposal() }), EVENTS.askInformation, context(lead)).next;
    const answered = decided(asked, EVENTS.answerInformation, context(admin)).next;
    expect(answered).toMatchObject({ state: 'STAFF_REVIEW', proposal: null });
  });
});

describe('returns, questions and rejections', () => {
  it('T8 returns to the provider and voids the confirmation', () => {
    const change = decided(inReview({ rounds: 2 }), EVENTS.returnByStaff, context(reviewer));
    expect(change).toMatchObject({ transition: 'T8', next: { state: 'FILLING', rounds: 3 } });
    expect(change.records).toMatchObject([
      { record: 'COMMENTS', kind: 'RETURN' },
      { record: 'CONFIRMATIONS_VOID', upToRevision: 1 },
    ]);
  });

  it.each([
    ['store', owner, admin],
    ['provider', admin, owner],
  ] as const)('T9 pauses the staff clock until the %s answers', (side, answerer, other) => {
    const asked = decided(inReview(), { ...EVENTS.askInformation, from: side }, context(reviewer));
    expect(asked).toMatchObject({
      transition: 'T9.ask',
      clock: { do: 'pause-and-start', businessDays: 5, calendarOf: side },
    });
    expect(asked.next).toMatchObject({
      state: 'INFO_REQUESTED',
      infoFrom: side,
      previousState: 'STAFF_REVIEW',
    });
    const waiting = { ...asked.next, pausedMinutes: 900 };
    expect(refusedWith(waiting, EVENTS.answerInformation, context(other))).toEqual(['reports.not-your-turn']);
    const answered = decided(waiting, EVENTS.answerInformation, context(answerer));
    expect(answered).toMatchObject({
      transition: 'T9.answer',
      clock: { do: 'resume', calendarOf: 'platform' },
    });
    expect(answered.next).toMatchObject({ state: 'STAFF_REVIEW', infoFrom: null, pausedMinutes: 900 });
  });

  it('T12 rejects with a statement of reasons to both parties', () => {
    const change = decided(inReview(), EVENTS.reject, context(reviewer));
    expect(change).toMatchObject({
      transition: 'T12',
      next: { state: 'REJECTED' },
      tell: ['store', 'provider'],
    });
    expect(change.records).toMatchObject([
      { verdict: 'REJECTED', ruleIds: ['G9'], reason: EVENTS.reject.text },
    ]);
  });

  it.each<[string, Partial<Report>, ReportEvent, Actor, readonly string[]]>([
    [
      'T8 without a comment',
      {},
      { type: 'returnByStaff', comments: [] },
      reviewer,
      ['reports.comment-needed'],
    ],
    ['T8 a fourth time', { rounds: 3 }, EVENTS.returnByStaff, reviewer, ['reports.no-rounds-left']],
    [
      'T9 without a question',
      {},
      { ...EVENTS.askInformation, question: 'Why?' },
      reviewer,
      ['reports.text-too-short'],
    ],
    [
      'T9 without an answer',
      { state: 'INFO_REQUESTED', infoFrom: 'store' },
      { type: 'answerInformation', answer: ' ' },
      owner,
      ['reports.answer-missing'],
    ],
    [
      'T12 with nineteen characters',
      {},
      { ...EVENTS.reject, text: 'a'.repeat(19) },
      reviewer,
      ['reports.text-too-short'],
    ],
    [
      'T12 by the editor of the report',
      { allEditors: ['rosa'] },
      EVENTS.reject,
      reviewer,
      ['people.editor-may-not-decide'],
    ],
    ['T25 by a reviewer', { rounds: 3 }, EVENTS.grantRound, reviewer, ['people.role-needed']],
    ['T25 while a round is left', { rounds: 2 }, EVENTS.grantRound, lead, ['reports.round-still-left']],
  ])('refused: %s', (_, changes, event, actor, refusals) => {
    expect(refusedWith(inReview(changes), event, context(actor))).toEqual(refusals);
  });

  it.each(['STORE_CONFIRM', 'STAFF_REVIEW'] as const)(
    'T25 a lead grants one round in %s, and it is used once',
    (state) => {
      const granted = decided(aReport({ state, rounds: 3 }), EVENTS.grantRound, context(lead)).next;
      expect(granted).toMatchObject({ state, rounds: 3, roundsAllowed: 4 });
      const [event, actor] =
        state === 'STORE_CONFIRM' ? [EVENTS.returnByStore, owner] : [EVENTS.returnByStaff, reviewer];
      const returned = decided(granted, event, context(actor)).next;
      expect(returned).toMatchObject({ state: 'FILLING', rounds: 4 });
      expect(refusedWith({ ...returned, state }, event, context(actor))).toEqual(['reports.no-rounds-left']);
    },
  );
});

describe('who reviews', () => {
  it('a reviewer takes a case', () => {
    expect(decided(inReview(), EVENTS.claim, context(reviewer)).next.assignedTo).toBe('rosa');
  });

  it.each([
    ['a lead', lead],
    ['the clock', 'clock'],
  ] as const)('%s hands a case on', (_, actor) => {
    const change = decided(inReview({ proposal: aProposal() }), EVENTS.assign, context(actor));
    expect(change.next).toMatchObject({
      state: 'STAFF_REVIEW',
      assignedTo: 'remy',
      proposal: { by: 'rosa' },
    });
  });

  it.each<[string, Partial<Report>, ReportEvent, Actor, readonly string[]]>([
    ['what one has already', { assignedTo: 'rosa' }, EVENTS.claim, reviewer, ['reports.already-assigned']],
    ['what one edited', { allEditors: ['rosa'] }, EVENTS.claim, reviewer, ['people.editor-may-not-decide']],
    ['by a reviewer to another', {}, EVENTS.assign, reviewer, ['people.role-needed']],
    [
      'to somebody outside the staff',
      {},
      { type: 'assign', to: admin },
      lead,
      ['reports.assignee-not-staff'],
    ],
    ['to whoever has it', { assignedTo: 'remy' }, EVENTS.assign, lead, ['reports.already-assigned']],
    [
      'to somebody who could not decide',
      { allEditors: ['remy'] },
      EVENTS.assign,
      lead,
      ['reports.assignee-not-independent'],
    ],
  ])('refused: %s', (_, changes, event, actor, refusals) => {
    expect(refusedWith(inReview(changes), event, context(actor))).toEqual(refusals);
  });
});
