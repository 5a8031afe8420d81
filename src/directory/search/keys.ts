import { compact, foldedTokens, type Token } from './fold.ts';

/**
 * What the index of names holds. `云`, `云图`: one and two neighbouring ideographs. `yu`, `yun`: two and three
 * neighbouring letters. `^y`: a word's first letter. `~yntu`: a word of which one letter is left out, which is how a
 * word with one typing error meets the right one (both lose a letter and are then the same).
 */
export interface SearchColumns {
  /** The folded names, one a line; parts of a name are looked for in it. */
  readonly searchName: string;
  readonly searchKeys: readonly string[];
}

/** For `organisation.search_name` and `search_keys`: whoever writes a name writes these with it. */
export function searchColumns(...names: readonly string[]): SearchColumns {
  const folded = names.map(foldedTokens).filter((tokens) => tokens.length > 0);
  const keys = folded.flatMap((tokens) => [...partsOf(tokens), ...tokens.flatMap(wordKeys)]);
  return { searchName: unique(folded.map(compact)).join('\n'), searchKeys: unique(keys) };
}

/** Keys of all parts that somebody may look for. Also across words: the gaps between them are not typed reliably. */
function partsOf(tokens: readonly Token[]): readonly string[] {
  const runs = [...tokens, ...joinedLatin(tokens)];
  return runs.flatMap(({ text, ideographic }) => [
    ...grams(text, 2),
    ...(ideographic ? grams(text, 1) : grams(text, 3)),
  ]);
}

const joinedLatin = (tokens: readonly Token[]): readonly Token[] => [
  { text: compact(tokens.filter(({ ideographic }) => !ideographic)), ideographic: false },
];

const wordKeys = ({ text, ideographic }: Token): readonly string[] =>
  ideographic ? [] : [`^${[...text][0]}`, ...typoKeys(text)];

/** Neighbouring letters, `size` at a time. */
export function grams(text: string, size: number): readonly string[] {
  const letters = [...text];
  return letters.slice(size - 1).map((_, at) => letters.slice(at, at + size).join(''));
}

const SHORTEST_TYPO = 4;
const LONGEST_TYPO = 24;

/** The word and each of its shortenings by one letter; short words are too alike for that. */
export function typoKeys(word: string): readonly string[] {
  const letters = [...word];
  if (letters.length < SHORTEST_TYPO - 1 || letters.length > LONGEST_TYPO) return [];
  const shortened =
    letters.length < SHORTEST_TYPO ? [] : letters.map((_, at) => letters.toSpliced(at, 1).join(''));
  return unique([word, ...shortened]).map((key) => `~${key}`);
}

/** Keys that every name containing this token has: the longest there are, being the rarest. */
export function containedKeys({ text, ideographic }: Token): readonly string[] {
  const length = [...text].length;
  if (length === 1) return [ideographic ? text : `^${text}`];
  return grams(text, ideographic || length === 2 ? 2 : 3);
}

export const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];
