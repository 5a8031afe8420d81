import { describe, expect, it } from 'vitest';
import { blankStandards, blanksOf, requestBlanksOf } from '../../../src/reports/fields/blanks.ts';
import { inputNamed } from '../../../src/reports/fields/by-input.ts';
import { providerPages, storePages } from '../../../src/reports/fields/forms.ts';
import type { FormPage } from '../../../src/reports/fields/page.ts';
import { parsePage } from '../../../src/reports/fields/parse-page.ts';
import { isRefused } from '../../../src/result.ts';
import { draft, facts } from './draft.ts';
import { accepted, told } from './refusals.ts';

const ids = (pages: readonly FormPage[]) => pages.map((page) => page.id);

describe('the provider’s form', () => {
  it('asks an operator for every standard, on three pages', () => {
    expect(ids(providerPages(['OPERATIONS']))).toEqual([
      'contract',
      'fees',
      'team',
      'terms',
      'standards-service',
      'standards-cooperation',
      'standards-results',
      'evidence',
    ]);
  });

  it('asks a designer for no standard of service', () => {
    expect(ids(providerPages(['DESIGN']))).not.toContain('standards-service');
  });

  it('names every input once', () => {
    for (const pages of [providerPages(['FULL']), storePages]) {
      const names = pages.flatMap((page) => page.fields.map((field) => field.name));
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('keeps what is confidential out of channels', () => {
    const open = [...providerPages(['FULL']), ...storePages].filter((page) => !page.confidential);
    expect(ids(open)).toEqual(['contract', 'team', 'request']);
  });

  it('shows the sign and an example beside a standard', () => {
    expect(inputNamed('QS01.target')).toMatchObject({
      label: 'standards.label.FIRST_REPLY',
      messageData: { code: 'QS01', sign: '≤', min: 10, max: 600, example: '60' },
    });
  });
});

describe('one page', () => {
  it('is kept although other pages are empty, and says what is still blank on it', () => {
    const page = accepted(parsePage('contract', { contractNo: 'HT-9', brands: '待定' }, facts()));
    expect(page.values).toEqual({ contractNo: 'HT-9', brands: '待定' });
    expect(page.blanks).toEqual(['contractSignedOn', 'contractStart', 'contractEnd', 'categories', 'brands']);
  });

  it('is refused for its own inputs alone', () => {
    const raw = { ...draft(), contractNo: 'A', fixedFee: 'much' };
    expect(told(parsePage('contract', raw, facts()))).toEqual(['contractNo: fields.too-short']);
    expect(told(parsePage('fees', raw, facts()))).toEqual(['fixedFee: fields.not-an-amount']);
    expect(told(parsePage('team', raw, facts()))).toEqual([]);
  });

  it('reads its amounts in the currency of another page', () => {
    const raw = draft({ 'QS11.target': '$5,000' });
    expect(told(parsePage('standards-results', raw, facts()))).toEqual([
      'QS11.target: fields.currency-mismatch',
    ]);
    expect(told(parsePage('standards-results', { ...raw, currency: 'USD' }, facts()))).toEqual([]);
    expect(told(parsePage('standards-results', { 'QS11.target': '5,000' }, facts()))).toEqual([
      'QS11.target: standards.currency-first',
    ]);
  });

  it('that the scope does not have is refused', () => {
    const result = parsePage('standards-service', {}, facts({ serviceScope: ['DESIGN'] }));
    expect(isRefused(result) && result.refused).toBe('fields.unknown-page');
  });
});

describe('blanks', () => {
  it('are none in a complete draft', () => {
    expect(blanksOf(draft(), ['OPERATIONS'])).toEqual([]);
  });

  it('are named in the order of the form, standards by their target', () => {
    const raw = draft({ contractNo: '-', 'QS03.target': '按合同', 'QS10.naReason': '', evidence: [] });
    expect(blanksOf(raw, ['OPERATIONS'])).toEqual(['contractNo', 'QS03.target', 'QS10.target', 'evidence']);
  });

  it('take NONE for an answer in a menu, not in a text', () => {
    expect(blanksOf(draft({ relatedParty: 'NONE', accountManager: 'none' }), ['OPERATIONS'])).toEqual([
      'accountManager',
    ]);
  });

  it.each([
    [{ feeModel: 'COMMISSION', fixedFee: '', commission: '' }, ['commission']],
    [{ feeModel: 'OTHER', fixedFee: '', commission: '', currency: '' }, []],
    [{ feeModel: 'OTHER', fixedFee: '', commission: '', currency: '', gmvTarget: '5' }, ['currency']],
    [{ relatedParty: 'DECLARED' }, ['relatedPartyText']],
    [{ 'QS14.target': '90' }, ['deliverables']],
  ])('depend on the other answers: %j leaves %j', (changes, blanks) => {
    expect(blanksOf(draft(changes), ['OPERATIONS'])).toEqual(blanks);
  });

  it('include optional standards where their cost is told', () => {
    expect(blankStandards(draft({ 'QS05.target': '' }), ['OPERATIONS'])).toEqual([
      'QS05',
      'QS11',
      'QS12',
      'QS13',
      'QS14',
    ]);
  });

  it('of a request', () => {
    expect(requestBlanksOf({ serviceItemIds: ['item_1'], relatedParty: 'NONE' })).toEqual([
      'serviceScope',
      'primaryOperator',
      'purchaseStart',
      'purchaseMonths',
      'reportingStart',
      'reportingMonths',
      'contactPrincipals',
      'contactOutOfChat',
    ]);
  });
});
