import { describe, expect, it } from 'vitest';
import { isBlankText } from '../../../../src/reports/fields/typed/blank.ts';

describe('the blank rule', () => {
  it.each([
    ...['', ' ', '\n\t', '　', '\u200b', '-', '—', '——', '/', '...', '…', '。', '?'],
    ...['无', '無', ' 无。', '暂无', '待定', '不适用', '按合同', '按 合同', '「按合同」', '以合同为准'],
    ...[
      'TBD',
      'tbd',
      'T.B.D.',
      'ＴＢＤ',
      'n/a',
      'N / A',
      'Ｎ／Ａ',
      'none',
      'None.',
      'nil',
      'As per contract',
      'per contract',
    ],
  ])('%j counts as blank', (text) => {
    expect(isBlankText(text)).toBe(true);
  });

  it.each([
    '0',
    '-0.1',
    '无印良品',
    '按合同第三条执行，每月五日',
    'None of the goods are shipped by us',
    '👍',
    '待定人',
    'A',
    '无锡',
  ])('%j says something', (text) => {
    expect(isBlankText(text)).toBe(false);
  });
});
