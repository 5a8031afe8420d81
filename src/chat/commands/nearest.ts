import { distance } from 'fastest-levenshtein';

/** Two slips, so that two letters that changed places count as one; in a short word one is all that can be told. */
const slipsAllowed = (word: string): number => (word.length < 4 ? 1 : 2);

/** The word that was probably meant, in any case; undefined when none is near enough to be a slip of the keyboard. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  const word = typed.toLowerCase();
  const beginnings = known.filter((each) => word.length >= 2 && each.toLowerCase().startsWith(word));
  if (beginnings.length === 1) return beginnings[0];
  const [best] = known
    .map((each) => ({ each, slips: distance(word, each.toLowerCase()) }))
    .sort((a, b) => a.slips - b.slips);
  return best && best.slips <= slipsAllowed(word) && best.slips < word.length ? best.each : undefined;
}
