import { describe, expect, it } from 'vitest';
import { assembleRevision } from '../../../src/reports/fields/assemble-revision.ts';
import type { FieldValues } from '../../../src/reports/fields/field-values.ts';
import { effectiveNoticeDays } from '../../../src/reports/fields/pages/terms.ts';
import type { RevisionFields } from '../../../src/reports/fields/revision-fields.ts';
import { contractFile, draft, facts } from './draft.ts';
import { accepted, told } from './refusals.ts';

const filed = (changes: FieldValues): RevisionFields => accepted(assembleRevision(draft(changes), facts()));
const refused = (changes: FieldValues) => told(assembleRevision(draft(changes), facts()));

describe('what people type is read', () => {
  it.each<[string, FieldValues, keyof RevisionFields, unknown]>([
    ['a contract number', { contractNo: ' HT（2026）第 3 号 ' }, 'contractNo', 'HT（2026）第 3 号'],
    ['a Chinese date', { contractSignedOn: '2026年5月1日' }, 'contractSignedOn', '2026-05-01'],
    ['a date with slashes', { contractStart: '2026/6/1' }, 'contractStart', '2026-06-01'],
    ['a date with points', { contractStart: '2026.5.31' }, 'contractStart', '2026-05-31'],
    ['a date without signs', { contractEnd: '20270531' }, 'contractEnd', '2027-05-31'],
    ['a full-width date', { contractEnd: '２０２７－０５－３１' }, 'contractEnd', '2027-05-31'],
    ['the first day signed today', { contractSignedOn: '2026-05-08' }, 'contractSignedOn', '2026-05-08'],
    ['several categories', { categories: ['食品', 'Beauty'] }, 'categories', ['Beauty', '食品']],
    ['categories as a line', { categories: 'beauty, pets' }, 'categories', ['Beauty', 'Pets']],
    [
      'brands with doubles',
      { brands: 'Aurora、AURORA，Nova; 无印良品' },
      'brands',
      ['Aurora', 'Nova', '无印良品'],
    ],
    ['brands as a list', { brands: ['Aurora', 'Nova'] }, 'brands', ['Aurora', 'Nova']],
    ['a fee with a sign', { fixedFee: '¥1,200' }, 'fixedFeeMinor', 120_000],
    ['a full-width fee', { fixedFee: '￥１２．５０' }, 'fixedFeeMinor', 1250],
    ['a fee with its code', { fixedFee: 'CNY 300' }, 'fixedFeeMinor', 30_000],
    ['a fee in 元', { fixedFee: '300 元' }, 'fixedFeeMinor', 30_000],
    ['a fee in 万', { fixedFee: '1.25万' }, 'fixedFeeMinor', 1_250_000],
    ['a fee in 万元', { fixedFee: '12万元' }, 'fixedFeeMinor', 12_000_000],
    ['no fixed fee to pay', { fixedFee: '0' }, 'fixedFeeMinor', 0],
    ['a currency without decimals', { currency: 'jpy', fixedFee: '¥1,200' }, 'fixedFeeMinor', 1200],
    ['a currency with three decimals', { currency: 'KWD', fixedFee: '1.250' }, 'fixedFeeMinor', 1250],
    ['a currency by its name', { currency: '人民币' }, 'currency', 'CNY'],
    ['dollars of Hong Kong', { currency: 'HKD', fixedFee: 'HK$1,200' }, 'fixedFeeMinor', 120_000],
    ['a commission with its sign', { commission: '5％' }, 'commissionBp', 500],
    ['the smallest commission', { commission: '0.01' }, 'commissionBp', 1],
    ['the largest commission', { commission: '50' }, 'commissionBp', 5000],
    ['a commission in basis points', { commission: '350 bp' }, 'commissionBp', 350],
    ['a GMV target', { gmvTarget: '100万' }, 'gmvTargetMinor', 100_000_000],
    ['a guarantee', { gmvTarget: '1', gmvGuarantee: 'YES' }, 'gmvGuarantee', true],
    [
      'two backups',
      { backups: '王芳\n李雷' },
      'team',
      expect.objectContaining({ backups: ['王芳', '李雷'] }),
    ],
    [
      'headcounts with their word',
      { headcountCustomerService: '１２人' },
      'team',
      expect.objectContaining({ headcount: { operations: 3, customerService: 12, other: 0 } }),
    ],
    [
      'a telephone number',
      { contactOutOfChat: '电话 +86 571-8502-2088' },
      'contactProvider',
      { principalIds: ['pri_provider'], outOfChat: '电话 +86 571-8502-2088' },
    ],
    [
      'roles one a line',
      { dataAccess: 'orders: read\n\n客服子账号：退款' },
      'dataAccess',
      ['orders: read', '客服子账号：退款'],
    ],
    ['no notice at all', { terminationNoticeDays: '0' }, 'terminationNoticeDays', 0],
    ['the longest notice', { terminationNoticeDays: '180 days' }, 'terminationNoticeDays', 180],
    ['the shortest handover', { handoverDays: '5天' }, 'handoverDays', 5],
    [
      'a declared relation',
      { relatedParty: 'declared', relatedPartyText: '双方由同一股东控股，持股各半' },
      'relatedParty',
      { declared: true, text: '双方由同一股东控股，持股各半' },
    ],
    [
      'evidence by link',
      { evidence: ['https://docs.example.com/d/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms'] },
      'evidence',
      [{ kind: 'LINK', url: 'https://docs.example.com/d/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms' }],
    ],
    [
      'an exception',
      { exceptionCodes: ['DEPOSIT_WAIVER'], exceptionText: 'The deposit of last year is still held by you' },
      'exceptions',
      [
        {
          code: 'DEPOSIT_WAIVER',
          text: 'The deposit of last year is still held by you',
          requestedBy: 'pri_provider',
        },
      ],
    ],
    ['nothing where nothing is owed', { gmvTarget: '无', ownRemedyText: 'n/a' }, 'gmvTargetMinor', null],
  ])('%s', (_what, changes, field, value) => {
    expect(filed(changes)[field]).toEqual(value);
  });

  it.each([
    ['FIXED', { commission: '' }, { fixedFeeMinor: 1_200_050, commissionBp: null }],
    ['COMMISSION', { fixedFee: '' }, { fixedFeeMinor: null, commissionBp: 350 }],
    ['MIXED', {}, { fixedFeeMinor: 1_200_050, commissionBp: 350 }],
    ['OTHER', { fixedFee: '-', commission: '', currency: '' }, { fixedFeeMinor: null, commissionBp: null }],
  ])('a fee model %s holds its own amounts and no others', (feeModel, changes, amounts) => {
    expect(filed({ feeModel, ...changes })).toMatchObject(amounts);
  });
});

it.each([
  [0, 30],
  [29, 30],
  [30, 30],
  [90, 90],
])('a notice of %i days in the contract counts as %i', (contractDays, days) => {
  expect(effectiveNoticeDays(contractDays)).toBe(days);
});

describe('what is wrong is told beside its input', () => {
  it.each<[string, FieldValues, readonly string[]]>([
    ['a contract number too short', { contractNo: 'A1' }, ['contractNo: fields.too-short']],
    ['a contract number too long', { contractNo: 'A1-'.repeat(22) }, ['contractNo: fields.too-long']],
    [
      'a contract number of the pair',
      { contractNo: 'ht-2025－001' },
      ['contractNo: fields.contract-no-taken'],
    ],
    ['a date in words', { contractStart: 'next Monday' }, ['contractStart: fields.not-a-date']],
    ['a date that reads two ways', { contractStart: '06/07/2026' }, ['contractStart: fields.not-a-date']],
    ['a day that does not exist', { contractStart: '2026-02-30' }, ['contractStart: fields.no-such-date']],
    ['a year out of reach', { contractEnd: '9999-12-31' }, ['contractEnd: fields.date-far-away']],
    [
      'a signature in the future',
      { contractSignedOn: '2026-05-09' },
      ['contractSignedOn: fields.signed-in-future'],
    ],
    [
      'a contract that starts late',
      { contractStart: '2026-06-02' },
      ['contractStart: fields.contract-starts-late'],
    ],
    [
      'a contract that ends early',
      { contractEnd: '2027-05-30' },
      ['contractEnd: fields.contract-ends-early'],
    ],
    [
      'a contract that ends before it starts',
      { contractEnd: '2026-05-31' },
      ['contractEnd: fields.end-before-start', 'contractEnd: fields.contract-ends-early'],
    ],
    ['a category of another store', { categories: ['Cars'] }, ['categories: fields.not-a-store-category']],
    [
      'six categories',
      { categories: ['Beauty', 'Mother & Baby', '食品', 'Pets', 'Home', 'Shoes'] },
      ['categories: fields.too-many'],
    ],
    [
      '21 brands',
      { brands: Array.from({ length: 21 }, (_, i) => `Brand ${i}`) },
      ['brands: fields.too-many'],
    ],
    ['a brand too long', { brands: 'B'.repeat(61) }, ['brands: fields.entry-too-long']],
    ['a fee model unheard of', { feeModel: 'FREE' }, ['feeModel: fields.not-an-option']],
    ['two fee models', { feeModel: ['FIXED', 'MIXED'] }, ['feeModel: fields.one-option-only']],
    [
      'a fixed fee beside COMMISSION',
      { feeModel: 'COMMISSION' },
      ['fixedFee: fields.fixed-fee-not-in-model'],
    ],
    ['a commission beside FIXED', { feeModel: 'FIXED' }, ['commission: fields.commission-not-in-model']],
    [
      'no fixed fee with FIXED',
      { feeModel: 'FIXED', commission: '', fixedFee: ' ' },
      ['fixedFee: fields.blank'],
    ],
    ['no commission with MIXED', { commission: 'TBD' }, ['commission: fields.blank']],
    ['no currency', { currency: '' }, ['currency: fields.blank']],
    ['a currency unheard of', { currency: 'BTC' }, ['currency: fields.not-a-currency']],
    ['a fee in words', { fixedFee: 'a lot' }, ['fixedFee: fields.not-an-amount']],
    ['a fee with a decimal comma', { fixedFee: '1.200,50' }, ['fixedFee: fields.not-an-amount']],
    ['a fee grouped oddly', { fixedFee: '1,20' }, ['fixedFee: fields.not-an-amount']],
    ['a fee in another currency', { fixedFee: '$1,200' }, ['fixedFee: fields.currency-mismatch']],
    ['a fee below zero', { fixedFee: '-1' }, ['fixedFee: fields.negative-amount']],
    ['a third of a fen', { fixedFee: '0.333' }, ['fixedFee: fields.amount-precision']],
    ['half a yen', { currency: 'JPY', fixedFee: '0.5' }, ['fixedFee: fields.amount-precision']],
    ['a fee beyond all measure', { fixedFee: '9'.repeat(20) }, ['fixedFee: fields.amount-too-large']],
    ['no commission to speak of', { commission: '0' }, ['commission: fields.commission-range']],
    ['more than half', { commission: '50.01' }, ['commission: fields.commission-range']],
    ['a commission too exact', { commission: '3.333' }, ['commission: fields.commission-precision']],
    ['a commission in words', { commission: 'three' }, ['commission: fields.not-a-percentage']],
    ['the wrong entrance', { settlementRoute: 'ONLINE_PAYMENT' }, ['settlementRoute: fields.wrong-entrance']],
    ['a guarantee of nothing', { gmvGuarantee: 'YES' }, ['gmvTarget: fields.guarantee-without-target']],
    ['a manager without a name', { accountManager: '无' }, ['accountManager: fields.blank']],
    ['no backup', { backups: ' ' }, ['backups: fields.blank']],
    ['a backup who is the manager', { backups: 'Li Na' }, ['backups: fields.backup-is-manager']],
    ['fewer than no people', { headcountOther: '-1' }, ['headcountOther: fields.out-of-range']],
    ['half a person', { headcountOther: '1.5' }, ['headcountOther: fields.not-whole']],
    ['people in words', { headcountOther: 'many' }, ['headcountOther: fields.not-a-number']],
    [
      'a stranger as contact',
      { contactPrincipals: ['pri_owner'] },
      ['contactPrincipals: fields.not-your-colleague'],
    ],
    ['only a chat name', { contactOutOfChat: '@lina on Slack' }, ['contactOutOfChat: fields.not-a-contact']],
    ['the main account', { dataAccess: '主账号' }, ['dataAccess: fields.too-much-access']],
    ['every right', { dataAccess: 'Full access to the shop' }, ['dataAccess: fields.too-much-access']],
    [
      'a password among roles',
      { dataAccess: 'orders, password: hunter22' },
      ['dataAccess: fields.looks-like-secret'],
    ],
    ['too long a notice', { terminationNoticeDays: '181' }, ['terminationNoticeDays: fields.out-of-range']],
    ['too short a handover', { handoverDays: '4' }, ['handoverDays: fields.out-of-range']],
    ['too long a handover', { handoverDays: '61' }, ['handoverDays: fields.out-of-range']],
    ['a relation without a word', { relatedParty: 'DECLARED' }, ['relatedPartyText: fields.blank']],
    [
      'a relation in one word',
      { relatedParty: 'DECLARED', relatedPartyText: 'sisters' },
      ['relatedPartyText: fields.too-short'],
    ],
    [
      'a relation that is not declared',
      { relatedPartyText: 'The same family owns both' },
      ['relatedParty: fields.relation-not-declared'],
    ],
    ['no evidence', { evidence: [] }, ['evidence: fields.blank']],
    ['a file from elsewhere', { evidence: ['file_9'] }, ['evidence: fields.evidence-unknown']],
    [
      'a link that is not safe',
      { evidence: ['http://example.com/c.pdf'] },
      ['evidence: fields.evidence-link'],
    ],
    ['a script for a link', { evidence: ['javascript:alert(1)'] }, ['evidence: fields.evidence-link']],
    [
      'a link with a login',
      { evidence: ['https://me:pw@example.com/c'] },
      ['evidence: fields.looks-like-secret'],
    ],
    [
      'a link with a token',
      { evidence: ['https://x.co/c?token=abcd1234'] },
      ['evidence: fields.looks-like-secret'],
    ],
    [
      'an exception without a reason',
      { exceptionCodes: ['DEPOSIT_WAIVER'] },
      ['exceptionText: fields.blank'],
    ],
    [
      'an exception with a short reason',
      { exceptionCodes: ['DEPOSIT_WAIVER'], exceptionText: 'please' },
      ['exceptionText: fields.too-short'],
    ],
    [
      'an exception of the store',
      { exceptionCodes: ['SEASONAL'], exceptionText: 'Only for the summer season this year' },
      ['exceptionCodes: fields.not-an-option'],
    ],
    [
      'a reason without an exception',
      { exceptionText: 'Only for the summer season this year' },
      ['exceptionCodes: fields.exception-not-chosen'],
    ],
    ['deliverables that QS14 needs', { 'QS14.target': '95' }, ['deliverables: fields.blank']],
  ])('%s', (_what, changes, expected) => {
    expect(refused(changes)).toEqual(expected);
  });

  it('several wrong things are told at once', () => {
    expect(refused({ contractNo: 'A', handoverDays: '0', 'QS01.target': '5' })).toEqual([
      'contractNo: fields.too-short',
      'handoverDays: fields.out-of-range',
      'QS01.target: standards.target-out-of-range',
    ]);
  });

  it('an exception excuses dates that do not cover the reporting period', () => {
    const excused = {
      contractStart: '2026-07-01',
      contractEnd: '2027-01-31',
      exceptionCodes: ['EVIDENCE_DATES'],
      exceptionText: 'The contract is renewed in writing every half year',
    };
    expect(refused(excused)).toEqual([]);
  });

  it.each([
    [
      'an unknown kind of file',
      { name: 'contract.docx', mediaType: 'application/msword' },
      'fields.evidence-type',
    ],
    ['a name that disagrees with the kind', { name: 'contract.exe' }, 'fields.evidence-type'],
    ['an empty file', { sizeBytes: 0 }, 'fields.evidence-empty'],
    ['a file over 20 MB', { sizeBytes: 20 * 1024 * 1024 + 1 }, 'fields.evidence-too-large'],
    ['a file without its hash', { sha256: '' }, 'fields.evidence-unhashed'],
    ['a file with a virus', { scan: 'INFECTED' as const }, 'fields.evidence-infected'],
  ])('%s is refused', (_what, changes, code) => {
    const result = assembleRevision(draft(), facts({ evidence: [contractFile(changes)] }));
    expect(told(result)).toEqual([`evidence: ${code}`]);
  });

  it.each([
    { name: '合同.PDF' },
    { name: 'scan.JPEG', mediaType: 'image/jpeg' },
    { name: 'a.png', mediaType: 'image/png' },
  ])('$name is accepted', (changes) => {
    expect(told(assembleRevision(draft(), facts({ evidence: [contractFile(changes)] })))).toEqual([]);
  });
});
