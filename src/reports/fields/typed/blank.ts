/** The blank rule (domain-rules §3.3 G6): what is typed to fill a box without saying anything counts as nothing. */

const BLANK_WORDS = new Set([
  '',
  'na',
  'nil',
  'none',
  'null',
  'tba',
  'tbc',
  'tbd',
  'seecontract',
  'percontract',
  'asperthecontract',
  'aspercontract',
  'accordingtocontract',
  '无',
  '無',
  '暂无',
  '没有',
  '不适用',
  '待定',
  '待补',
  '待补充',
  '按合同',
  '按照合同',
  '依合同',
  '以合同为准',
  '见合同',
  '同合同',
]);

// Width, case, spaces and punctuation do not make a blank into a value: "Ｔ.Ｂ.Ｄ", "N / A", "——", "按 合同。".
const DECORATION = /[\s\p{P}\p{Cf}\p{Zs}~^`|]/gu;

/** Whether free text counts as blank. A chosen option never does: NONE is a choice there. */
export function isBlankText(text: string): boolean {
  return BLANK_WORDS.has(text.normalize('NFKC').toLowerCase().replace(DECORATION, ''));
}
