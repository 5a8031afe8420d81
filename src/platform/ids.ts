import type { Clock } from './clock.ts';
import { randomCode } from './random-code.ts';

/** Names for new records. */
export interface Ids {
  /** `<prefix>_<26 letters and digits>`; ids of one prefix sort in the order in which they were made, to the millisecond. */
  next(prefix: string): string;
}

/** Crockford's base 32: no I, L, O, U. https://www.crockford.com/base32.html */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_CHARACTERS = 10;
const RANDOM_CHARACTERS = 16;

/** Time first, then 80 bits that nobody can guess. */
export function createIds(clock: Clock): Ids {
  return {
    next: (prefix) =>
      `${prefix}_${sortableTime(clock.now().getTime())}${randomCode(RANDOM_CHARACTERS, ALPHABET)}`.toLowerCase(),
  };
}

function sortableTime(epochMs: number): string {
  let rest = epochMs;
  let text = '';
  for (let digit = 0; digit < TIME_CHARACTERS; digit += 1) {
    text = ALPHABET.charAt(rest % ALPHABET.length) + text;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return text;
}
