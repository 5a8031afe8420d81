import { randomInt } from 'node:crypto';

/** Unguessable: every character is drawn from the operating system's randomness. */
export function randomCode(length: number, alphabet: string): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}
