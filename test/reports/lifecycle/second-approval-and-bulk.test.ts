import { describe, expect, it } from 'vitest';
import { bulkApproval, bulkSize } from '../../../src/reports/lifecycle/bulk.ts';
import type { KnownFacts } from '../../../src/reports/lifecycle/facts.ts';
import { secondApprovalReasons } from '../../../src/reports/lifecycle/second-approval.ts';
import type { Report } from '../../../src/reports/report.ts';
import { DEFAULT_RULES } from '../../../src/reports/rules.ts';
import { isRefused } from '../../../src/result.ts';
import {
  accepted,
  anException,
  aProposal,
  aReport,
  aRequest,
  codes,
  facts,
  HASH,
  knowing,
  NOW,
  reviewer,
} from './cases.ts';

const { revision } = facts();

describe('a second approval is needed (§3.4)', () => {
  it.each<[string, Report['request'], KnownFacts, boolean, readonly string[]]>([
    ['never for an ordinary report', aRequest(), {}, false, []],
    ['for 11 months', aRequest({ reportingMonths: 11 }), {}, false, ['SHORT_TERM']],
    ['not for exactly 12', aRequest({ purchaseMonths: 12, reportingMonths: 12 }), {}, false, []],
    ['for a start before the request', aRequest({ reportingStart: '2026-04-29' }), {}, false, ['BACK_DATED']],
    [
      'for the exception of back-dating',
      aRequest({ exceptions: [anException('BACK_DATED')] }),
      {},
      false,
      ['BACK_DATED'],
    ],
    [
      'for a deposit waiver',
      aRequest({ exceptions: [anException('DEPOSIT_WAIVER')] }),
      {},
      false,
      ['DEPOSIT_WAIVER'],
    ],
    [
      'not for an exception about contract dates',
      aRequest({ exceptions: [anException('EVIDENCE_DATES')] }),
      {},
      false,
      [],
    ],
    [
      'for a declared related party',
      aRequest(),
      { revision: { ...revision, relatedParty: 'DECLARED' } },
      false,
      ['RELATED_PARTY'],
    ],
    [
      'for common control that the platform knows',
      aRequest(),
      { legalEntities: { store: 'A', provider: 'B', commonControl: true } },
      false,
      ['RELATED_PARTY'],
    ],
    [
      'for a provider at risk',
      aRequest(),
      { provider: { recognisedUntil: '2028-01-01', barred: false, watched: true } },
      false,
      ['PROVIDER_WATCHED'],
    ],
    [
      'for a GMV guarantee',
      aRequest(),
      { revision: { ...revision, gmvGuarantee: true } },
      false,
      ['GMV_GUARANTEE'],
    ],
    [
      'for a remedy of one’s own',
      aRequest(),
      { revision: { ...revision, ownRemedyText: true } },
      false,
      ['OWN_REMEDY_TEXT'],
    ],
    [
      'for a pair that parted for cause',
      aRequest(),
      { pairTerminatedForCause: true },
      false,
      ['PAIR_TERMINATED_FOR_CAUSE'],
    ],
    ['for a doubt', aRequest(), {}, true, ['REVIEWER_UNSURE']],
    [
      'for every reason at once',
      aRequest({ reportingMonths: 3 }),
      { pairTerminatedForCause: true },
      true,
      ['SHORT_TERM', 'PAIR_TERMINATED_FOR_CAUSE', 'REVIEWER_UNSURE'],
    ],
  ])('%s', (_, request, known, unsure, reasons) => {
    const report = aReport({ state: 'STAFF_REVIEW', request });
    expect(secondApprovalReasons({ report, context: knowing(reviewer, known), unsure })).toEqual(reasons);
  });
});

describe('bulk approval (§3.5)', () => {
  const shown = { stateSeq: 7, revisionHash: HASH };
  const inReview = (changes: Partial<Report> = {}) => aReport({ state: 'STAFF_REVIEW', ...changes });

  it('approves an ordinary report', () => {
    expect(accepted(bulkApproval(shown, inReview(), knowing(reviewer, {}))).next.state).toBe('SCHEDULED');
  });

  it('approves it although it is late', () => {
    const late = inReview({ deadline: { at: new Date(NOW.getTime() - 1), estimated: false } });
    expect(accepted(bulkApproval(shown, late, knowing(reviewer, {}))).transition).toBe('T10');
  });

  it.each<[string, Partial<Report>, KnownFacts, readonly string[]]>([
    ['changed since it was shown', { stateSeq: 8 }, {}, ['reports.bulk-changed']],
    ['another revision than was shown', { revisionHash: 'newer' }, {}, ['reports.bulk-changed']],
    ['needs two', {}, { pairTerminatedForCause: true }, ['reports.bulk-needs-two']],
    ['has a first approval already', { proposal: aProposal() }, {}, ['reports.bulk-needs-two']],
    [
      'a check is yellow',
      {},
      { qualifications: [{ kind: 'LICENCE', validUntil: '2026-12-31' }] },
      ['reports.bulk-not-green'],
    ],
    ['a check is red', {}, { blanks: ['brands'] }, ['reports.blank']],
    ['is no longer in review', { state: 'ACTIVE' }, {}, ['reports.not-in-this-state']],
  ])('leaves out what %s', (_, changes, known, refusals) => {
    const result = bulkApproval(shown, inReview(changes), knowing(reviewer, known));
    expect(isRefused(result) && codes(result)).toEqual(refusals);
  });

  it.each([
    [20, null],
    [21, 'reports.bulk-too-many'],
  ])('takes %i: %s', (count, code) => {
    expect(bulkSize(count, DEFAULT_RULES)?.refused ?? null).toBe(code);
  });
});
