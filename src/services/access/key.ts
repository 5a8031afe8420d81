import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { randomCode } from '../../platform/random-code.ts';

/** LIVE reads and writes the record; SANDBOX a sample of its own, from which nothing reaches anybody. */
export const KEY_MODES = ['SANDBOX', 'LIVE'] as const;
export type KeyMode = (typeof KEY_MODES)[number];

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 178 bits. */
const RANDOM_CHARACTERS = 30;
const CHECK_CHARACTERS = 6;
const SHOWN_CHARACTERS = 12;

const PREFIX: Readonly<Record<KeyMode, string>> = { SANDBOX: 'bb_test_', LIVE: 'bb_live_' };
const WHOLE_KEY = /^bb_(live|test)_[0-9A-Za-z]{36}$/;

/**
 * `bb_live_` or `bb_test_`, 30 characters that nobody can guess, and 6 that check them: whoever finds one in a message or
 * a repository can tell it for what it is without asking anybody.
 */
export function newKey(mode: KeyMode): string {
  const text = PREFIX[mode] + randomCode(RANDOM_CHARACTERS, ALPHABET);
  return text + checksum(text);
}

/** Whether it could be a key at all: one that was cut off or mistyped is not looked up. */
export const isKey = (text: string): boolean =>
  WHOLE_KEY.test(text) && checksum(text.slice(0, -CHECK_CHARACTERS)) === text.slice(-CHECK_CHARACTERS);

/** All that is stored. A plain hash will do: nobody can try out 178 bits. */
export const keyHash = (key: string): string => createHash('sha256').update(key).digest('hex');

/** What people recognise it by: `bb_live_Xy3k`. */
export const shownPart = (key: string): string => key.slice(0, SHOWN_CHARACTERS);

function checksum(text: string): string {
  let rest = crc32(text);
  let check = '';
  for (let digit = 0; digit < CHECK_CHARACTERS; digit += 1) {
    check = ALPHABET.charAt(rest % ALPHABET.length) + check;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return check;
}
