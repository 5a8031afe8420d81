/**
 * Names as they are compared: one spelling for full-width, accented and capital letters, without punctuation and
 * company suffixes. In TypeScript, because what PostgreSQL does with letters depends on the collation that a database
 * was made with: under "C", pg_trgm finds no letter at all in a Chinese name.
 */

/** A run of letters and digits of one kind. */
export interface Token {
  readonly text: string;
  /** Written without spaces between words: Chinese, Japanese, Korean. */
  readonly ideographic: boolean;
}

const IDEOGRAPHIC = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
const TOKENS = new RegExp(`[${IDEOGRAPHIC}]+|[\\p{L}\\p{N}]+?(?=[${IDEOGRAPHIC}]|[^\\p{L}\\p{N}]|$)`, 'gu');
const IS_IDEOGRAPHIC = new RegExp(`^[${IDEOGRAPHIC}]`, 'u');

// Longest first: the first that fits is cut off.
const CHINESE_SUFFIX = /(?:股份有限公司|有限责任公司|有限責任公司|有限公司|公司)$/u;
const LATIN_SUFFIXES = new Set(
  'co company corp corporation inc incorporated llc ltd limited plc gmbh pty pte bv aps kk'.split(' '),
);

/** More than any company's name has; what is longer is cut, so that nobody can make a search expensive. */
export const LONGEST_SEARCH = 120;

/** The words of a name or of what somebody typed to find it; none where there is no letter or digit in it. */
export function foldedTokens(text: string): readonly Token[] {
  const spelling = [...text].slice(0, LONGEST_SEARCH).join('').normalize('NFKD').replace(/\p{M}/gu, '');
  const tokens = (spelling.normalize('NFC').toLowerCase().match(TOKENS) ?? []).map(token);
  const folded = withoutSuffixes(tokens);
  // A search for "有限公司" alone is still a search for those letters.
  return folded.length === 0 ? tokens : folded;
}

/** Without the gaps between words: "Yun Tu" and "YunTu" are one name. */
export const compact = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('');

const token = (text: string): Token => ({ text, ideographic: IS_IDEOGRAPHIC.test(text) });

function withoutSuffixes(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((each, index) => {
    if (each.ideographic) return chineseCore(each);
    return isLatinSuffix(tokens, index) ? [] : [each];
  });
}

function chineseCore(each: Token): readonly Token[] {
  const text = each.text.replace(CHINESE_SUFFIX, '');
  return text === '' ? [] : [{ ...each, text }];
}

/** Only where a Latin name ends: "Limited Edition Studio" keeps its first word. */
function isLatinSuffix(tokens: readonly Token[], index: number): boolean {
  const end = tokens.findIndex((each, at) => at >= index && each.ideographic);
  return tokens.slice(index, end === -1 ? undefined : end).every(({ text }) => LATIN_SUFFIXES.has(text));
}
