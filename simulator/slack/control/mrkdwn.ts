import type { Workspace } from '../state/workspace.ts';

/** What a reader's Slack makes of a text: the words, and everything in it that does something by itself. */
export interface RenderedText {
  readonly text: string;
  /** `@channel`, `@here`, `@everyone` and the ids of people who get a ping. */
  readonly pings: readonly string[];
  readonly links: readonly string[];
}

const BROADCAST = /^!(channel|here|everyone)(?:\|.*)?$/;
const FORMATS = [
  /(?<![\p{L}\p{N}*])\*(?!\s)([^*\n]+?)(?<!\s)\*(?![\p{L}\p{N}*])/gu,
  /(?<![\p{L}\p{N}_])_(?!\s)([^_\n]+?)(?<!\s)_(?![\p{L}\p{N}_])/gu,
  /(?<![\p{L}\p{N}~])~(?!\s)([^~\n]+?)(?<!\s)~(?![\p{L}\p{N}~])/gu,
];

/**
 * Renders mrkdwn as one reader sees it: names for ids, dates in their zone, marks of emphasis gone. Typed text that was
 * not escaped therefore comes out different from what was typed, and a test sees it.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export function renderMrkdwn(workspace: Workspace, source: string, reader: string): RenderedText {
  const pings: string[] = [];
  const links: string[] = [];
  const parts = source.split(/(<[^<>\n]+>|```[\s\S]*?```|`[^`\n]+`)/);
  const text = parts.map((part) => {
    if (part.startsWith('`')) return unescaped(part.replace(/^`{1,3}|`{1,3}$/g, ''));
    if (/^<.+>$/.test(part)) return renderToken(part.slice(1, -1), { workspace, reader, pings, links });
    for (const match of part.matchAll(/\bhttps?:\/\/[^\s|]+/g)) links.push(unescaped(match[0]));
    return unescaped(FORMATS.reduce((rendered, format) => rendered.replace(format, '$1'), part));
  });
  return { text: text.join(''), pings, links };
}

interface Rendering {
  readonly workspace: Workspace;
  readonly reader: string;
  readonly pings: string[];
  readonly links: string[];
}

function renderToken(token: string, rendering: Rendering): string {
  const [target = '', label] = token.split('|');
  const broadcast = BROADCAST.exec(target)?.[1];
  if (broadcast) {
    rendering.pings.push(`@${broadcast}`);
    return `@${broadcast}`;
  }
  if (target.startsWith('@')) return person(target.slice(1), rendering);
  if (target.startsWith('#'))
    return `#${channelName(target.slice(1), rendering) ?? label ?? target.slice(1)}`;
  if (target.startsWith('!date^')) return date(target, label ?? '', rendering);
  if (target.startsWith('!')) return label ?? target;
  rendering.links.push(target);
  return unescaped(label ?? target);
}

function person(id: string, { workspace, pings }: Rendering): string {
  pings.push(id);
  return `@${workspace.state.users[id]?.name ?? id}`;
}

function channelName(id: string, { workspace }: Rendering): string | undefined {
  return workspace.state.conversations[id]?.name;
}

/** https://docs.slack.dev/messaging/formatting-message-text#date-formatting */
function date(target: string, fallback: string, { workspace, reader, links }: Rendering): string {
  const [, seconds, format = '', link] = target.split('^');
  const user = workspace.state.users[reader];
  if (!/^\d+$/.test(seconds ?? '') || !user) return fallback;
  if (link) links.push(link);
  const at = new Date(Number(seconds) * 1_000);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(user.locale, { timeZone: user.tz, ...options }).format(at);
  return unescaped(format.replaceAll(/\{(\w+)\}/g, (token, name: string) => dateToken(name, part) ?? token));
}

function dateToken(name: string, part: (options: Intl.DateTimeFormatOptions) => string): string | undefined {
  const clock = { hour: '2-digit', minute: '2-digit' } as const;
  const formats: Record<string, Intl.DateTimeFormatOptions> = {
    date: { dateStyle: 'long' },
    date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
    date_slash: { year: 'numeric', month: '2-digit', day: '2-digit' },
    date_short: { dateStyle: 'medium' },
    date_long: { dateStyle: 'full' },
    date_pretty: { dateStyle: 'long' },
    date_short_pretty: { dateStyle: 'medium' },
    date_long_pretty: { dateStyle: 'full' },
    time: clock,
    time_secs: { ...clock, second: '2-digit' },
  };
  return formats[name] && part(formats[name]);
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
