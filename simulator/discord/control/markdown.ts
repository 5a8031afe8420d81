import type { Servers } from '../state/servers.ts';

/** What a reader's Discord makes of a text: the words, and everything in it that does something by itself. */
export interface RenderedText {
  readonly text: string;
  /** `@everyone`, `@here`, and the ids of people and roles that are named. Whether they are pinged, the message says. */
  readonly mentions: readonly string[];
  readonly links: readonly string[];
}

/** Whose eyes: zone, language and names differ from person to person. */
export interface Reader {
  readonly servers: Servers;
  readonly user: string;
}

const TOKEN =
  /(\\[\\*_~`|<>#@:.()[\]{}!+-])|(```[\s\S]*?```|`[^`\n]+`)|(<[@#/:at][^<>\n]*>)|(\[[^\]\n]+\]\(<?[^)\s]+>?\))|(<?https?:\/\/[^\s<>]+>?)|(@everyone|@here)\b/g;
const MARKS = [
  /\*\*\*(?!\s)([^*\n]+?)\*\*\*/g,
  /\*\*(?!\s)([\s\S]+?)\*\*/g,
  /__(?!\s)([\s\S]+?)__/g,
  /~~(?!\s)([\s\S]+?)~~/g,
  /\|\|([\s\S]+?)\|\|/g,
  /\*(?!\s)([^*\n]+?)\*/g,
  /(?<![\p{L}\p{N}])_(?!\s)([^_\n]+?)_(?![\p{L}\p{N}])/gu,
];
const LINE_MARKS = /^(?:#{1,3} |-# |>>> |> )/gm;
/** Stands where a token was while the marks around it are taken away. */
const KEPT = /\uE000(\d+)\uE001/g;

/**
 * Renders Discord's markdown as one reader sees it: names for ids, times in their zone, marks of emphasis gone. Typed text
 * that was not escaped therefore comes out different from what was typed, and a test sees it.
 * https://discord.com/developers/docs/reference#message-formatting
 */
export function renderMarkdown(reader: Reader, source: string): RenderedText {
  const mentions: string[] = [];
  const links: string[] = [];
  const kept: string[] = [];
  const held = source.replaceAll(TOKEN, (token) => {
    kept.push(renderToken(token, { reader, mentions, links }));
    return `\uE000${kept.length - 1}\uE001`;
  });
  const bare = MARKS.reduce((text, mark) => text.replaceAll(mark, '$1'), held.replaceAll(LINE_MARKS, ''));
  const text = bare.replaceAll(KEPT, (_whole, index: string) => kept[Number(index)] ?? '');
  return { text, mentions, links };
}

interface Rendering {
  readonly reader: Reader;
  readonly mentions: string[];
  readonly links: string[];
}

function renderToken(token: string, rendering: Rendering): string {
  const { mentions, links } = rendering;
  if (token.startsWith('\\')) return token.slice(1);
  if (token.startsWith('`')) return token.replaceAll(/^`{1,3}(?:\w+\n)?|`{1,3}$/g, '');
  if (token.startsWith('@')) {
    mentions.push(token);
    return token;
  }
  const link = /^\[([^\]]+)\]\(<?([^)>]+)>?\)$/.exec(token);
  if (link) {
    links.push(link[2] ?? '');
    return link[1] ?? '';
  }
  if (/^<?https?:/.test(token)) {
    const url = token.replaceAll(/^<|>$/g, '');
    links.push(url);
    return url;
  }
  return mentioned(token, rendering) ?? token;
}

function mentioned(token: string, { reader, mentions }: Rendering): string | undefined {
  const { users, guilds, channels } = reader.servers.state;
  const [, sign = '', id = ''] = /^<(@&|@!?|#|t:|\/|a?:)([^>]*)>$/.exec(token) ?? [];
  if (sign === 't:') return time(id, reader);
  if (sign === '/') return `/${id.split(':')[0]}`;
  if (sign.endsWith(':')) return `:${id.split(':')[0]}:`;
  if (!/^\d+$/.test(id)) return undefined;
  if (sign === '#') return `#${channels[id]?.name ?? 'unknown'}`;
  mentions.push(id);
  if (sign === '@&') {
    const role = Object.values(guilds)
      .flatMap((guild) => guild.roles)
      .find((one) => one.id === id);
    return `@${role?.name ?? 'unknown-role'}`;
  }
  const user = users[id];
  return `@${user?.globalName ?? user?.username ?? 'unknown-user'}`;
}

const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

/** https://discord.com/developers/docs/reference#message-formatting-timestamp-styles */
function time(stamp: string, { servers, user }: Reader): string | undefined {
  const [, seconds, style = 'f'] = /^(-?\d+)(?::(\w))?$/.exec(stamp) ?? [];
  const reader = servers.state.users[user];
  if (seconds === undefined || !reader) return undefined;
  const at = Number(seconds) * 1_000;
  if (style === 'R') return relative(at - servers.nowMs(), reader.locale);
  const options = STYLES[style];
  return options && new Intl.DateTimeFormat(reader.locale, { timeZone: reader.tz, ...options }).format(at);
}

const UNITS = [
  ['year', 31_536_000_000],
  ['month', 2_592_000_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

function relative(ms: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale);
  const [unit, size] = UNITS.find(([, length]) => Math.abs(ms) >= length) ?? (['second', 1_000] as const);
  return format.format(Math.trunc(ms / size), unit);
}
