import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/people/principal.ts';
import { completeness } from '../../../src/reports/guards/completeness.ts';
import { deposit } from '../../../src/reports/guards/deposit.ts';
import { entrance } from '../../../src/reports/guards/entrance.ts';
import { evidence } from '../../../src/reports/guards/evidence.ts';
import type { Guard } from '../../../src/reports/guards/guard.ts';
import { period } from '../../../src/reports/guards/period.ts';
import { qualification } from '../../../src/reports/guards/qualification.ts';
import { recognition } from '../../../src/reports/guards/recognition.ts';
import { start } from '../../../src/reports/guards/start.ts';
import type { EvidenceFile, KnownFacts, LegalEntities } from '../../../src/reports/lifecycle/facts.ts';
import type { Report } from '../../../src/reports/report.ts';
import { aContract, anException, aReport, aRequest, facts, knowing, owner } from '../lifecycle/cases.ts';

const judged = (guard: Guard, changes: Partial<Report>, known: KnownFacts = {}, actor: Actor = owner) =>
  guard
    .refusals(aReport(changes), knowing(actor, known))
    .map(({ refused }) => refused.replace('reports.', ''));

describe('G1 entrance', () => {
  it.each([
    ['REPORT', []],
    ['QUOTATION', ['wrong-entrance']],
    ['ONLINE_PAYMENT', ['wrong-entrance']],
  ] as const)('%s', (entryChannel, refusals) => {
    expect(judged(entrance, { entryChannel })).toEqual(refusals);
  });
});

describe('G2 period', () => {
  it.each<[string, Partial<Report['request']>, readonly string[]]>([
    ['12 months', {}, []],
    ['36 months', { purchaseMonths: 36, reportingMonths: 36 }, []],
    ['37 months', { purchaseMonths: 37, reportingMonths: 12 }, ['too-many-months']],
    ['11 months', { reportingMonths: 11 }, ['too-few-months']],
    ['11 months for a season', { reportingMonths: 11, exceptions: [anException('SEASONAL')] }, []],
    ['1 month on trial', { purchaseMonths: 1, reportingMonths: 1, exceptions: [anException('TRIAL')] }, []],
    [
      '11 months with a waiver that is about something else',
      { reportingMonths: 11, exceptions: [anException('DEPOSIT_WAIVER')] },
      ['too-few-months'],
    ],
    ['half a month more', { reportingMonths: 12.5 }, ['months-not-whole']],
    ['no month', { purchaseMonths: 0 }, ['months-not-whole']],
    [
      'reporting longer than purchase',
      { purchaseMonths: 12, reportingMonths: 13 },
      ['reporting-outside-purchase'],
    ],
    ['reporting before purchase', { purchaseStart: '2026-06-02' }, ['reporting-outside-purchase']],
    [
      'an exception with nineteen characters',
      { exceptions: [anException('SEASONAL', 'a'.repeat(19))] },
      ['exception-text-too-short'],
    ],
  ])('%s', (_, request, refusals) => {
    expect(judged(period, { request: aRequest(request) })).toEqual(refusals);
  });
});

describe('G3 start (today is 2026-05-12)', () => {
  const unsigned = { ...facts().revision, contractSignedOn: null };
  const backDated = [anException('BACK_DATED')];

  it.each<[string, Partial<Report['request']>, KnownFacts, readonly string[]]>([
    ['today', { reportingStart: '2026-05-12' }, {}, []],
    [
      'yesterday, in a new request',
      { reportingStart: '2026-05-11' },
      { requestedOn: null },
      ['start-in-past'],
    ],
    [
      'a day that passed since the request',
      { reportingStart: '2026-05-01' },
      { requestedOn: '2026-04-30' },
      [],
    ],
    [
      'the day before the request',
      { reportingStart: '2026-04-29' },
      { requestedOn: '2026-04-30' },
      ['start-in-past'],
    ],
    [
      '30 days ago by exception',
      { reportingStart: '2026-04-12', exceptions: backDated },
      { requestedOn: null },
      [],
    ],
    [
      '31 days ago by exception',
      { reportingStart: '2026-04-11', exceptions: backDated },
      { requestedOn: null },
      ['back-date-too-far'],
    ],
    [
      'by exception, before there is a contract',
      { reportingStart: '2026-05-01', exceptions: backDated },
      { requestedOn: null, revision: unsigned },
      [],
    ],
    [
      'by exception, signed on that day',
      { reportingStart: '2026-05-01', exceptions: backDated },
      { requestedOn: null, revision: { ...unsigned, contractSignedOn: '2026-05-01' } },
      ['back-date-contract-too-late'],
    ],
  ])('%s', (_, request, known, refusals) => {
    expect(judged(start, { request: aRequest(request) }, known)).toEqual(refusals);
  });
});

describe('G5 recognition', () => {
  const entities = (changes: Partial<LegalEntities>): KnownFacts => ({
    legalEntities: { ...facts().legalEntities, ...changes },
  });
  const declared = (relatedParty: 'NONE' | 'DECLARED' | null): KnownFacts => ({
    revision: { ...facts().revision, relatedParty },
  });

  it.each<[string, KnownFacts, readonly string[]]>([
    [
      'valid to the first day',
      { provider: { recognisedUntil: '2026-06-01', barred: false, watched: false } },
      [],
    ],
    [
      'valid to the day before',
      { provider: { recognisedUntil: '2026-05-31', barred: false, watched: false } },
      ['provider-not-recognised'],
    ],
    [
      'barred',
      { provider: { recognisedUntil: '2028-01-01', barred: true, watched: false } },
      ['provider-barred'],
    ],
    [
      'never',
      { provider: { recognisedUntil: null, barred: false, watched: false } },
      ['provider-never-recognised'],
    ],
    [
      'the same entity, written otherwise',
      entities({ store: 'ＡＣＭＥ Ltd ', provider: 'acme ltd' }),
      ['same-legal-entity'],
    ],
    [
      'common control, not declared',
      { ...entities({ commonControl: true }), ...declared('NONE') },
      ['common-control-undeclared'],
    ],
    ['common control, declared', { ...entities({ commonControl: true }), ...declared('DECLARED') }, []],
    ['common control, not filled in yet', { ...entities({ commonControl: true }), ...declared(null) }, []],
  ])('%s', (_, known, refusals) => {
    expect(judged(recognition, {}, known)).toEqual(refusals);
  });
});

describe('G6 completeness', () => {
  it('names each blank beside its own input', () => {
    const refusals = completeness.refusals(aReport(), knowing(owner, { blanks: ['contractNo', 'QS03'] }));
    expect(refusals.map(({ refused, field, data }) => [refused, field, data.field])).toEqual([
      ['reports.blank', 'contractNo', 'contractNo'],
      ['reports.blank', 'QS03', 'QS03'],
    ]);
  });
});

describe('G7 deposit', () => {
  const held = (availableMinor: number): KnownFacts => ({
    deposit: { availableMinor, requiredMinor: 100, currency: 'CNY' },
  });
  const waived = { request: aRequest({ exceptions: [anException('DEPOSIT_WAIVER')] }) };

  it.each<[string, Partial<Report>, number, readonly string[]]>([
    ['just enough', {}, 100, []],
    ['a cent short', {}, 99, ['deposit-short']],
    ['a cent short, waiver asked for', waived, 99, []],
  ])('%s', (_, changes, available, refusals) => {
    expect(judged(deposit, changes, held(available))).toEqual(refusals);
  });
});

describe('G8 qualification', () => {
  const until = (validUntil: string): KnownFacts => ({ qualifications: [{ kind: 'LICENCE', validUntil }] });

  it.each<[string, KnownFacts, readonly string[]]>([
    ['valid to the first day', until('2026-06-01'), []],
    ['expired the day before', until('2026-05-31'), ['qualification-not-valid']],
    ['none on record', { qualifications: [] }, ['qualification-missing']],
  ])('%s', (_, known, refusals) => {
    expect(judged(qualification, {}, known)).toEqual(refusals);
  });

  it('counts today once the first day has passed', () => {
    const request = aRequest({ purchaseStart: '2026-05-01', reportingStart: '2026-05-01' });
    expect(judged(qualification, { request }, until('2026-05-11'))).toEqual(['qualification-not-valid']);
  });

  it.each([
    ['on the last day', '2027-05-31', 0],
    ['a day before the end', '2027-05-30', 1],
  ])('warns of what expires before the end: %s', (_, validUntil, warnings) => {
    expect(qualification.notes?.(aReport(), knowing(owner, until(validUntil))).warnings).toHaveLength(
      warnings,
    );
  });
});

describe('G9 evidence', () => {
  const file = (changes: Partial<EvidenceFile>): EvidenceFile => ({ ...aContract(), ...changes });
  const beside = file({ fileName: 'chat.png', mediaType: 'image/png', coversFrom: null, coversUntil: null });

  it.each<[string, readonly EvidenceFile[], readonly string[]]>([
    ['a contract', [file({})], []],
    ['a contract and something beside it', [file({}), beside], []],
    ['something beside it alone', [beside], ['evidence-dates']],
    ['nothing', [], ['contract-missing']],
    ['a text document', [file({ mediaType: 'application/msword' })], ['evidence-wrong-type']],
    ['exactly 20 MB', [file({ sizeBytes: 20 * 1024 * 1024 })], []],
    ['a byte more', [file({ sizeBytes: 20 * 1024 * 1024 + 1 })], ['evidence-too-large']],
    ['not scanned yet', [file({ scanned: false })], ['evidence-not-scanned']],
    ['without its hash', [file({ sha256: null })], ['evidence-not-scanned']],
    ['a day short', [file({ coversUntil: '2027-05-30' })], ['evidence-dates']],
  ])('%s', (_, files, refusals) => {
    expect(judged(evidence, {}, { evidence: files })).toEqual(refusals);
  });

  it('takes a contract with other dates by exception', () => {
    const request = aRequest({ exceptions: [anException('EVIDENCE_DATES')] });
    expect(judged(evidence, { request }, { evidence: [file({ coversUntil: '2027-01-01' })] })).toEqual([]);
  });
});
