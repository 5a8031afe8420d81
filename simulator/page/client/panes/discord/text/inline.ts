import type { Node } from './nodes.ts';

/**
 * Discord's Markdown within a line. Whatever a backslash stands before is text; the first mark that closes wins.
 * https://discord.com/developers/docs/reference#message-formatting
 */
const RULES: readonly (readonly [RegExp, (match: RegExpExecArray) => Node])[] = [
  [/^\\([\\*_~`|<>#@:.()[\]{}!+-])/, ([, sign = '']) => ({ kind: 'text', text: sign })],
  [/^`([^`\n]+)`/, ([, text = '']) => ({ kind: 'code', text })],
  [/^<@!?(\d+)>/, ([, id = '']) => ({ kind: 'user', id })],
  [/^<@&(\d+)>/, ([, id = '']) => ({ kind: 'role', id })],
  [/^<#(\d+)>/, ([, id = '']) => ({ kind: 'channel', id })],
  [/^<\/([^:<>]+):\d+>/, ([, name = '']) => ({ kind: 'command', name })],
  [/^<a?:(\w+):\d+>/, ([, name = '']) => ({ kind: 'emoji', name })],
  [
    /^<t:(-?\d+)(?::([tTdDfFsSR]))?>/,
    ([, seconds, style = 'f']) => ({ kind: 'time', seconds: Number(seconds), style }),
  ],
  [/^@(everyone|here)\b/, ([, name = '']) => ({ kind: 'broadcast', name })],
  [
    /^\[((?:\\.|[^\]\\\n])+)\]\(<?(https?:\/\/[^)\s>]+)>?\)/,
    ([, label = '', href = '']) => ({ kind: 'link', href, children: inline(label) }),
  ],
  [/^<(https?:\/\/[^\s<>]+)>/, ([, href = '']) => bareLink(href)],
  [/^https?:\/\/[^\s<>]+[^\s<>.,;:!?)\]'"*_~|]/, ([href]) => bareLink(href)],
  [/^\*\*\*((?:\\.|[^\\])+?)\*\*\*/, ([, inner = '']) => ({ kind: 'bold', children: [italic(inner)] })],
  [/^\*\*((?:\\.|[^\\])+?)\*\*(?!\*)/, ([, inner = '']) => ({ kind: 'bold', children: inline(inner) })],
  [/^__((?:\\.|[^\\])+?)__(?!_)/, ([, inner = '']) => ({ kind: 'underline', children: inline(inner) })],
  [/^~~((?:\\.|[^\\])+?)~~/, ([, inner = '']) => ({ kind: 'strike', children: inline(inner) })],
  [/^\|\|((?:\\.|[^\\])+?)\|\|/, ([, inner = '']) => ({ kind: 'spoiler', children: inline(inner) })],
  [/^\*(?!\s)((?:\\.|[^\\*\n])+?)\*/, ([, inner = '']) => italic(inner)],
  [/^_(?!\s)((?:\\.|[^\\_\n])+?)_(?![\p{L}\p{N}])/u, ([, inner = '']) => italic(inner)],
];

const bareLink = (href: string): Node => ({ kind: 'link', href, children: [{ kind: 'text', text: href }] });
const italic = (inner: string): Node => ({ kind: 'italic', children: inline(inner) });

/** Everything up to the next character that could begin something. */
const PLAIN = /^[^\\`<@[*_~|h]+/;

export function inline(source: string): readonly Node[] {
  const nodes: Node[] = [];
  let rest = source;
  let before = '';
  while (rest !== '') {
    const { node, length } = next(rest, before);
    before = rest[length - 1] ?? '';
    rest = rest.slice(length);
    const last = nodes.at(-1);
    if (node.kind === 'text' && last?.kind === 'text') {
      nodes[nodes.length - 1] = { kind: 'text', text: last.text + node.text };
    } else nodes.push(node);
  }
  return nodes;
}

function next(rest: string, before: string): { readonly node: Node; readonly length: number } {
  // An underscore inside a word is one.
  const inWord = rest.startsWith('_') && /[\p{L}\p{N}]/u.test(before);
  for (const [pattern, draw] of inWord ? [] : RULES) {
    const match = pattern.exec(rest);
    if (match) return { node: draw(match), length: match[0].length };
  }
  const text = PLAIN.exec(rest)?.[0] ?? rest.slice(0, 1);
  return { node: { kind: 'text', text }, length: text.length };
}
