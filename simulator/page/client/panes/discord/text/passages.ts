import { inline } from './inline.ts';
import type { Passage } from './nodes.ts';

const PRE = /```(?:[\w+-]+\n)?([\s\S]*?)```/g;

/**
 * A text in passages: headings, small print, quotations, lists, code, and lines.
 * https://support.discord.com/hc/en-us/articles/210298617
 */
export function passages(source: string): readonly Passage[] {
  const found: Passage[] = [];
  let from = 0;
  for (const match of source.matchAll(PRE)) {
    found.push(...plainPassages(source.slice(from, match.index)));
    found.push({ kind: 'pre', text: (match[1] ?? '').replace(/^\n|\n$/g, '') });
    from = match.index + match[0].length;
  }
  return [...found, ...plainPassages(source.slice(from))];
}

function plainPassages(source: string): readonly Passage[] {
  const trimmed = source.replace(/^\n|\n$/g, '');
  return trimmed === '' ? [] : merged(trimmed.split('\n').map(lineOf));
}

const LINES: readonly (readonly [RegExp, (match: RegExpExecArray) => Passage])[] = [
  [
    /^(#{1,3}) +(.+)$/,
    ([, marks = '', text = '']) => ({ kind: 'heading', level: levelOf(marks.length), nodes: inline(text) }),
  ],
  [/^-# +(.+)$/, ([, text = '']) => ({ kind: 'small', nodes: inline(text) })],
  [/^> ?(.*)$/, ([, text = '']) => ({ kind: 'quote', passages: [lineOf(text)] })],
  [/^ *[-*] +(.+)$/, ([, text = '']) => ({ kind: 'list', ordered: false, start: 1, items: [inline(text)] })],
  [
    /^ *(\d+)\. +(.+)$/,
    ([, number, text = '']) => ({
      kind: 'list',
      ordered: true,
      start: Number(number),
      items: [inline(text)],
    }),
  ],
];

const levelOf = (length: number) => (length === 1 ? 1 : length === 2 ? 2 : 3);

function lineOf(line: string): Passage {
  for (const [pattern, draw] of LINES) {
    const match = pattern.exec(line);
    if (match) return draw(match);
  }
  return { kind: 'lines', lines: [inline(line)] };
}

/** Neighbours of one kind stand together. */
function merged(lines: readonly Passage[]): readonly Passage[] {
  const all: Passage[] = [];
  for (const passage of lines) {
    const joint = join(all.at(-1), passage);
    if (joint) all[all.length - 1] = joint;
    else all.push(passage);
  }
  return all;
}

function join(before: Passage | undefined, next: Passage): Passage | undefined {
  if (before?.kind === 'lines' && next.kind === 'lines')
    return { kind: 'lines', lines: [...before.lines, ...next.lines] };
  if (before?.kind === 'quote' && next.kind === 'quote')
    return { kind: 'quote', passages: merged([...before.passages, ...next.passages]) };
  if (before?.kind === 'list' && next.kind === 'list' && before.ordered === next.ordered)
    return { ...before, items: [...before.items, ...next.items] };
  return undefined;
}
