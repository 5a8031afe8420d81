import { type Node, unescaped } from './nodes.ts';

/** What stands between `<` and `>`: a mention, a date or a link. */
export function tokenNode(token: string): Node {
  const bar = token.indexOf('|');
  const target = bar < 0 ? token : token.slice(0, bar);
  const label = bar < 0 ? undefined : unescaped(token.slice(bar + 1));
  const id = target.slice(1);
  if (target.startsWith('@')) return { kind: 'user', id, label };
  if (target.startsWith('#')) return { kind: 'channel', id, label };
  if (target.startsWith('!date^')) return dateNode(target, label ?? '');
  if (/^!(channel|here|everyone)$/.test(target)) return { kind: 'broadcast', name: id };
  if (target.startsWith('!')) return { kind: 'text', text: label ?? target };
  return { kind: 'link', href: unescaped(target), label: label ?? unescaped(target) };
}

/** https://docs.slack.dev/messaging/formatting-message-text#date-formatting */
function dateNode(target: string, fallback: string): Node {
  const [, seconds = '', format = '', link] = target.split('^');
  if (!/^\d+$/.test(seconds)) return { kind: 'text', text: fallback };
  return { kind: 'date', seconds: Number(seconds), format: unescaped(format), link, fallback };
}
