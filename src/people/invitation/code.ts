import { createHash } from 'node:crypto';

/** Crockford's letters: none that is taken for another when it is read out or typed from paper. */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Sixty bits: nobody finds one by trying, ten tries an hour. */
export const CODE_LENGTH = 12;

const LOOKALIKES: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', U: 'V' };

/** As it is shown: `7KQ2-M8XT-0VBD`. */
export const shownCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code;

/** As it is compared: any case, any separators, full-width letters, and letters that look alike are accepted. */
export function normalisedCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[OILU]/g, (letter) => LOOKALIKES[letter] ?? letter);
}

/** All that is stored of a code. */
export const codeHash = (typed: string): string =>
  createHash('sha256').update(normalisedCode(typed)).digest('hex');
