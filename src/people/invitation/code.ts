import { createHash } from 'node:crypto';
import { randomCode } from '../../platform/random-code.ts';

/** No 0, 1, I, L, O, S, 5, U, V: none is mistaken for another when a code is read aloud or copied by hand. */
const ALPHABET = '2346789ABCDEFGHJKMNPQRTWXYZ';

/** A code for one person to type once, like `7KQF-M2TX-9WRB`: 57 bits, and ten tries an hour to find it. */
export const oneTimeCode = (): string => Array.from({ length: 3 }, () => randomCode(4, ALPHABET)).join('-');

/** As codes are compared: in any case, with any separators, also in full-width letters. */
const normalisedCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');

/** All that is stored of a code. */
export const codeHash = (typed: string): string =>
  createHash('sha256').update(normalisedCode(typed)).digest('hex');
