import { typed } from '../../../shared/text/direction.ts';

// Everything that Discord's markdown reads as an instruction, wherever it stands: emphasis, code, spoilers, masked links,
// mentions and timestamps (`<`), emoji and addresses (`:`, before a space none). A backslash before any sign that is no letter, digit or space
// makes it that sign. https://support.discord.com/hc/en-us/articles/210298617
const ACTIVE = /[\\`*_~|<>[\]]|:(?=\S)/g;
// Headings, small print, quotes and lists begin a line.
const LINE_START = /^(\s*)([#+-]|\d+(?=[.)]))/gm;
const WORD_JOINER = '\u2060';
// Nobody is pinged, since every message says so (`allowed_mentions`); this also keeps them from looking as if.
const EVERYBODY = /@(?=everyone|here)/g;

/** Typed text as markdown that shows it as it was typed. */
export function escaped(text: string): string {
  return typed(text)
    .replace(ACTIVE, (sign) => `\\${sign}`)
    .replace(LINE_START, (_all, space: string, sign: string) => `${space}${startingSign(sign)}`)
    .replace(EVERYBODY, `@${WORD_JOINER}`);
}

// A backslash before a digit would be shown; one before the full stop after it would not.
const startingSign = (sign: string): string => (/\d/.test(sign) ? `${sign}${WORD_JOINER}` : `\\${sign}`);
