/**
 * Slack's own mark-up, read as strictly as Slack reads it. The block library reads Markdown instead: it revives escaped
 * mentions and eats the colons of `12:30:45`, so a bot that forgets to escape would look right here and wrong there.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
import { type Node, unescaped } from './nodes.ts';
import { tokenNode } from './tokens.ts';

/** Everything that formatting must not look into. */
const OPAQUE = /```([\s\S]+?)```|`([^`\n]+)`|<([^<>\n]+)>|(https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)\]'"])/g;

const FORMATS = [
  { kind: 'bold', pattern: mark('\\*', '*') },
  { kind: 'italic', pattern: mark('_', '_') },
  { kind: 'strike', pattern: mark('~', '~') },
] as const;

// Opaque parts stand in the text as one private-use character each, which formatting treats as any other mark.
const PLACE = 0xe000;

export function parseMrkdwn(source: string): readonly Node[] {
  const opaque: Node[] = [];
  const flat = source.replaceAll(OPAQUE, (_all, ...found: (string | undefined)[]) => {
    opaque.push(opaqueNode(found));
    return String.fromCharCode(PLACE + opaque.length - 1);
  });
  return paragraphs(flat, opaque);
}

function opaqueNode([pre, code, token, url]: readonly (string | undefined)[]): Node {
  if (pre !== undefined) return { kind: 'pre', text: unescaped(pre.replace(/^\n/, '').replace(/\n$/, '')) };
  if (code !== undefined) return { kind: 'code', text: unescaped(code) };
  if (token !== undefined) return tokenNode(token);
  return { kind: 'link', href: unescaped(url ?? ''), label: unescaped(url ?? '') };
}

// Lines that begin with > belong together in one quotation; a typed > arrives escaped and quotes just the same.
function paragraphs(flat: string, opaque: readonly Node[]): Node[] {
  const nodes: Node[] = [];
  let quoted: string[] = [];
  const endQuote = () => {
    if (quoted.length > 0) nodes.push({ kind: 'quote', children: inline(quoted.join('\n'), opaque) });
    quoted = [];
  };
  const lines = flat.split('\n');
  lines.forEach((line, index) => {
    const quote = /^(?:>|&gt;) ?(.*)$/.exec(line);
    if (quote) {
      quoted.push(quote[1] ?? '');
      return;
    }
    const wasQuote = quoted.length > 0;
    endQuote();
    if (index > 0 && !wasQuote) nodes.push({ kind: 'break' });
    nodes.push(...inline(line, opaque));
  });
  endQuote();
  return nodes;
}

function inline(text: string, opaque: readonly Node[]): Node[] {
  const found = firstFormat(text);
  if (!found) return leaves(text, opaque);
  const { kind, match } = found;
  return [
    ...leaves(text.slice(0, match.index), opaque),
    { kind, children: inline(match[1] ?? '', opaque) },
    ...inline(text.slice(match.index + match[0].length), opaque),
  ];
}

function firstFormat(text: string) {
  return FORMATS.flatMap(({ kind, pattern }) => {
    const match = pattern.exec(text);
    return match ? [{ kind, match }] : [];
  }).sort((a, b) => a.match.index - b.match.index)[0];
}

function leaves(text: string, opaque: readonly Node[]): Node[] {
  return text.split(/([\n\ue000-\uf8ff])/).flatMap((part): Node[] => {
    if (part === '') return [];
    if (part === '\n') return [{ kind: 'break' }];
    const known = part.length === 1 ? opaque[part.charCodeAt(0) - PLACE] : undefined;
    return [known ?? { kind: 'text', text: unescaped(part) }];
  });
}

function mark(escaped: string, sign: string): RegExp {
  const inner = `[^${sign}\\n]+?`;
  const outside = `[\\p{L}\\p{N}${sign}]`;
  return new RegExp(`(?<!${outside})${escaped}(?!\\s)(${inner})(?<!\\s)${escaped}(?!${outside})`, 'u');
}
