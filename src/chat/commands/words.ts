/** A word of a command line, and where it stands in it. */
export interface Word {
  readonly text: string;
  readonly start: number;
}

// Phones and input methods put these in by themselves.
const DOUBLE_QUOTES = /[“”„‟＂「」『』«»]/g;
const SINGLE_QUOTES = /[‘’‚‛＇]/g;
const SPACES = /[\s\u3000\u00a0]/g;

/** Quotes, spaces and colons as a keyboard has them; every character stays where it was. */
function plainKeyboard(line: string): string {
  return line
    .replace(DOUBLE_QUOTES, '"')
    .replace(SINGLE_QUOTES, "'")
    .replace(SPACES, ' ')
    .replaceAll('：', ':');
}

// A word may be quoted whole or from its colon on (name:"two words"). An apostrophe inside a word is a letter, and a
// quote that nobody closed runs to the end of the line.
const WORD = /([\w-]+:)?"([^"]*)(?:"|$)|([\w-]+:)?'([^']*)'(?=\s|$)|\S+/g;

/** Words with their quotes taken off. What was typed inside keeps its own characters. */
export function words(line: string): readonly Word[] {
  return [...plainKeyboard(line).matchAll(WORD)].map((match) => {
    const quoted = match[2] ?? match[4];
    const name = match[1] ?? match[3] ?? '';
    if (quoted === undefined) return { text: taken(line, match.index, match[0].length), start: match.index };
    const from = match.index + name.length + 1;
    return { text: name + taken(line, from, quoted.length), start: match.index };
  });
}

const taken = (line: string, from: number, length: number): string => line.slice(from, from + length);
