import { describe, expect, it } from 'vitest';
import { assembleRequest } from '../../../src/reports/fields/assemble-request.ts';
import type { FieldValues } from '../../../src/reports/fields/field-values.ts';
import { parseRequestPage } from '../../../src/reports/fields/parse-page.ts';
import { requestDraft, requestFacts } from './draft.ts';
import { accepted, told } from './refusals.ts';

describe('the store’s request', () => {
  it('is read as typed', () => {
    expect(accepted(assembleRequest(requestDraft(), requestFacts()))).toEqual({
      serviceItemIds: ['item_1'],
      serviceScope: ['OPERATIONS'],
      primaryOperator: true,
      purchaseStart: '2026-06-01',
      purchaseMonths: 12,
      reportingStart: '2026-06-01',
      reportingMonths: 12,
      renewsReportId: null,
      exceptions: [],
      contactStore: { principalIds: ['pri_owner'], outOfChat: '+86 571 8502 2088' },
      relatedParty: { declared: false, text: null },
    });
  });

  it.each<[string, FieldValues, readonly string[]]>([
    ['no item', { serviceItemIds: [] }, ['serviceItemIds: fields.blank']],
    [
      'an item no longer offered',
      { serviceItemIds: ['item_9'] },
      ['serviceItemIds: fields.item-not-offered'],
    ],
    ['a scope unheard of', { serviceScope: ['MAGIC'] }, ['serviceScope: fields.not-an-option']],
    [
      'a primary operator who designs',
      { serviceScope: ['DESIGN'] },
      ['primaryOperator: fields.operator-without-operations'],
    ],
    ['no months', { purchaseMonths: '0' }, ['purchaseMonths: fields.out-of-range']],
    ['more than three years', { reportingMonths: '37' }, ['reportingMonths: fields.out-of-range']],
    ['half a month', { reportingMonths: '12.5' }, ['reportingMonths: fields.not-whole']],
    ['no date', { reportingStart: 'soon' }, ['reportingStart: fields.not-a-date']],
    [
      'a report of another pair',
      { renewsReportId: 'CR-2020-000009' },
      ['renewsReportId: fields.not-renewable'],
    ],
    [
      'a stranger as contact',
      { contactPrincipals: ['pri_provider'] },
      ['contactPrincipals: fields.not-your-colleague'],
    ],
    ['an exception without a reason', { exceptionCodes: ['TRIAL'] }, ['exceptionText: fields.blank']],
    ['a declared relation without a word', { relatedParty: 'DECLARED' }, ['relatedPartyText: fields.blank']],
  ])('%s is refused beside its input', (_what, changes, expected) => {
    expect(told(assembleRequest(requestDraft(changes), requestFacts()))).toEqual(expected);
  });

  it.each([
    ['2026-04-07', false],
    ['2026-04-08', true],
    ['2026-05-08', true],
    ['2026-09-05', true],
    ['2026-09-06', false],
  ])('a report that ends on %s can be renewed on 2026-05-08: %s', (reportingEnd, possible) => {
    const facts = requestFacts({ renewable: [{ id: 'CR-2025-000001', reportingEnd }] });
    const result = assembleRequest(requestDraft({ renewsReportId: 'CR-2025-000001' }), facts);
    expect(told(result)).toEqual(possible ? [] : ['renewsReportId: fields.renewal-window']);
  });

  it('asks for exceptions in the name of whoever fills it in', () => {
    const changes = {
      exceptionCodes: ['TRIAL', 'BACK_DATED'],
      exceptionText: 'A trial that began two weeks ago',
    };
    expect(accepted(assembleRequest(requestDraft(changes), requestFacts())).exceptions).toEqual([
      { code: 'TRIAL', text: 'A trial that began two weeks ago', requestedBy: 'pri_owner' },
      { code: 'BACK_DATED', text: 'A trial that began two weeks ago', requestedBy: 'pri_owner' },
    ]);
  });

  it('keeps a page that is half filled in', () => {
    const page = accepted(parseRequestPage('request', { purchaseMonths: '12' }, requestFacts()));
    expect(page.values).toEqual({ purchaseMonths: '12' });
    expect(page.blanks).toContain('serviceScope');
  });
});
