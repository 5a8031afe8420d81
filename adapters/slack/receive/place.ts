import type { Place } from '../../../src/chat/incoming.ts';
import type { Origin } from './metadata.ts';

/** What `Place.token` holds here: everything that lets an answer find its way, as text, since a place must survive JSON. */
export interface SlackToken {
  /** Opens one modal within 3 seconds. */
  readonly trigger?: string;
  /** Takes five answers within 30 minutes. */
  readonly responseUrl?: string;
  readonly thread?: string;
  /** The modal or home tab in which something was clicked. */
  readonly view?: string;
  readonly viewType?: string;
  /** Set: the clicked message is shown to this person only, and only `responseUrl` can change it. */
  readonly ephemeral?: string;
}

export function placeOf(where: Origin & { readonly message?: string }, token: SlackToken): Place {
  const { channel = '', direct = false, message } = where;
  const all = { thread: where.thread, responseUrl: where.responseUrl, ...token };
  const known = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { channel, direct, token: Object.fromEntries(known), ...(message ? { message } : {}) };
}

/** Direct conversations have ids of their own kind. https://docs.slack.dev/apis/web-api/using-the-conversations-api/ */
export const isDirect = (channel: string): boolean => channel.startsWith('D');

/** Where a form that is opened from here will send its answer. */
export function originOf(place: Place, locale: string | undefined): Origin {
  const { thread, responseUrl } = place.token;
  return {
    ...(locale ? { locale } : {}),
    ...(place.channel === '' ? {} : { channel: place.channel, direct: place.direct }),
    ...(thread ? { thread } : {}),
    ...(responseUrl ? { responseUrl } : {}),
  };
}
