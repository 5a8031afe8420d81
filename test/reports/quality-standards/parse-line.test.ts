import { describe, expect, it } from 'vitest';
import type { StandardCode } from '../../../src/reports/quality-standards/line.ts';
import { isBlankStandard, parseStandard } from '../../../src/reports/quality-standards/parse-line.ts';
import { accepted, told } from '../fields/refusals.ts';

const CNY = { currency: 'CNY' };
const target = (code: StandardCode, typed: string) => parseStandard(code, { [`${code}.target`]: typed }, CNY);

describe('targets as people type them', () => {
  it.each<[StandardCode, string, number]>([
    ['QS01', '60', 60],
    ['QS01', '<= 60', 60],
    ['QS01', '≤60秒', 60],
    ['QS01', '＜＝６０', 60],
    ['QS01', 'at most 60 seconds', 60],
    ['QS01', '不超过 60 秒', 60],
    ['QS01', '10', 10],
    ['QS01', '600', 600],
    ['QS02', '95%', 95],
    ['QS02', '≥ 99.95 ％', 99.95],
    ['QS02', '至少80', 80],
    ['QS03', '100', 100],
    ['QS04', '24h', 24],
    ['QS04', '1.5 小时', 1.5],
    ['QS05', '0', 0],
    ['QS05', '0.05', 0.05],
    ['QS05', '5 percent', 5],
    ['QS06', '-0.2', -0.2],
    ['QS06', '−0.05', -0.05],
    ['QS06', '>= 0.3', 0.3],
    ['QS07', '5th', 5],
    ['QS07', '15日', 15],
    ['QS08', '2次/月', 2],
    ['QS08', '8', 8],
    ['QS09', '0.5', 0.5],
    ['QS10', '60 days', 60],
    ['QS11', '¥1,000,000', 100_000_000],
    ['QS11', '≥ 100万', 100_000_000],
    ['QS11', '0.01', 1],
    ['QS12', '3.5倍', 3.5],
    ['QS12', '0.1', 0.1],
    ['QS13', '0', 0],
    ['QS13', '31', 31],
    ['QS14', '95 %', 95],
  ])('%s: %s is %d', (code, typed, expected) => {
    expect(accepted(target(code, typed))?.target).toBe(expected);
  });

  it.each<[StandardCode, string, string]>([
    ['QS01', 'fast', 'not-a-target'],
    ['QS01', '10–60', 'not-a-target'],
    ['QS01', '1 minute', 'wrong-unit'],
    ['QS01', '>= 60', 'wrong-operator'],
    ['QS01', '至少 60 秒', 'wrong-operator'],
    ['QS01', '9', 'target-out-of-range'],
    ['QS01', '601', 'target-out-of-range'],
    ['QS01', '60.5', 'too-precise'],
    ['QS02', '79.99', 'target-out-of-range'],
    ['QS02', '100.01', 'target-out-of-range'],
    ['QS02', '0.95', 'target-out-of-range'],
    ['QS02', '≤ 95', 'wrong-operator'],
    ['QS03', '98.123', 'too-precise'],
    ['QS04', '0', 'target-out-of-range'],
    ['QS04', '121', 'target-out-of-range'],
    ['QS05', '5.01', 'target-out-of-range'],
    ['QS05', '-1', 'target-out-of-range'],
    ['QS06', '-0.21', 'target-out-of-range'],
    ['QS06', '0.31', 'target-out-of-range'],
    ['QS07', '16', 'target-out-of-range'],
    ['QS08', '0', 'target-out-of-range'],
    ['QS08', '9', 'target-out-of-range'],
    ['QS09', '0.4', 'target-out-of-range'],
    ['QS09', '25', 'target-out-of-range'],
    ['QS10', '4', 'target-out-of-range'],
    ['QS10', '61', 'target-out-of-range'],
    ['QS11', '0', 'gmv-zero'],
    ['QS12', '0', 'target-out-of-range'],
    ['QS12', '51', 'target-out-of-range'],
    ['QS13', '32', 'target-out-of-range'],
    ['QS14', '101', 'target-out-of-range'],
  ])('%s: %s is refused as %s', (code, typed, refusal) => {
    expect(told(target(code, typed))).toEqual([`${code}.target: standards.${refusal}`]);
  });

  it.each([
    ['$5', 'fields.currency-mismatch'],
    ['-5', 'fields.negative-amount'],
    ['0.001', 'fields.amount-precision'],
    ['lots', 'fields.not-an-amount'],
  ])('a GMV target of %s is refused as an amount is', (typed, refusal) => {
    expect(told(target('QS11', typed))).toEqual([`QS11.target: ${refusal}`]);
  });

  it('a GMV target waits for its currency', () => {
    expect(told(parseStandard('QS11', { 'QS11.target': '5' }, { currency: null }))).toEqual([
      'QS11.target: standards.currency-first',
    ]);
  });
});

describe('remedies', () => {
  it.each([
    ['', { kind: 'FIX_IN_DAYS', days: 7 }],
    ['FIX_IN_DAYS(15)', { kind: 'FIX_IN_DAYS', days: 15 }],
    ['fix_in_days: 90', { kind: 'FIX_IN_DAYS', days: 90 }],
    ['FEE_CREDIT(500)', { kind: 'FEE_CREDIT', bp: 500 }],
    ['EXIT_RIGHT', { kind: 'EXIT_RIGHT' }],
    ['none', { kind: 'NONE' }],
  ])('%j is read', (typed, remedy) => {
    const raw = { 'QS01.target': '60', 'QS01.remedy': typed };
    expect(accepted(parseStandard('QS01', raw, CNY))?.remedy).toEqual(remedy);
  });

  it.each([
    ['FIX_IN_DAYS', 'not-a-remedy'],
    ['FIX_IN_DAYS(0)', 'remedy-range'],
    ['FIX_IN_DAYS(91)', 'remedy-range'],
    ['FEE_CREDIT(10001)', 'remedy-range'],
    ['NONE(3)', 'not-a-remedy'],
    ['a nice dinner', 'not-a-remedy'],
  ])('%j is refused as %s', (typed, refusal) => {
    const raw = { 'QS01.target': '60', 'QS01.remedy': typed };
    expect(told(parseStandard('QS01', raw, CNY))).toEqual([`QS01.remedy: standards.${refusal}`]);
  });
});

describe('a standard that does not apply', () => {
  it('is a line with its reason and without a target or remedy', () => {
    const raw = {
      'QS03.target': 'N/A',
      'QS03.naReason': '店铺自行发货，不由我方负责',
      'QS03.remedy': 'NONE',
    };
    expect(accepted(parseStandard('QS03', raw, CNY))).toMatchObject({
      target: null,
      remedy: null,
      naReason: '店铺自行发货，不由我方负责',
    });
  });

  it.each([
    [{ 'QS03.naReason': 'no stock' }, 'QS03.naReason: standards.na-reason-short'],
    [{ 'QS03.naReason': 'x'.repeat(301) }, 'QS03.naReason: fields.too-long'],
    [{ 'QS03.naReason': 'because password: hunter22' }, 'QS03.naReason: fields.looks-like-secret'],
    [
      { 'QS03.target': '98', 'QS03.naReason': 'The store ships itself' },
      'QS03.naReason: standards.target-and-na',
    ],
  ])('%j is refused', (raw, refusal) => {
    expect(told(parseStandard('QS03', raw, CNY))).toEqual([refusal]);
  });
});

describe('a blank standard', () => {
  it.each(['', '-', '无', 'TBD', '按合同', ' ｔｂｄ '])('of %j is no line', (typed) => {
    const raw = { 'QS03.target': typed, 'QS03.naReason': typed, 'QS03.remedy': 'FIX_IN_DAYS(7)' };
    expect(isBlankStandard('QS03', raw)).toBe(true);
    expect(accepted(parseStandard('QS03', raw, CNY))).toBeNull();
  });

  it('names the clause of the contract on every line when it is given', () => {
    const raw = { 'QS03.target': '98', standardsClause: '附件二第四条' };
    expect(accepted(parseStandard('QS03', raw, CNY))?.contractClause).toBe('附件二第四条');
  });
});
