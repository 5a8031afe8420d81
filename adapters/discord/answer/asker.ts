import type { AccountRef, Incoming } from '../../../src/chat/incoming.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { DiscordToken } from '../receive/place.ts';

/** Who asked, and every way that is left to answer. */
export interface Asker {
  readonly account: AccountRef;
  readonly token: DiscordToken;
  readonly locale?: string;
  readonly incoming: Incoming;
  /** Which part of a page was asked for; the first where none was. */
  readonly part: number;
}

export function askerOf(incoming: Incoming, part = 0): Asker {
  const { account, place, locale } = incoming;
  return { account, token: place.token, incoming, part, ...(locale ? { locale } : {}) };
}

/** The same, reading the language in which the reply is written. */
export function readerOf(asker: Asker, reply: Reply<string> | null): Asker {
  return reply?.locale ? { ...asker, locale: reply.locale } : asker;
}

/** What came from a modal is not answered with another one; a page that is only asked for comes from a button. */
export const cameInModal = ({ incoming }: Asker): boolean =>
  incoming.kind === 'form' && (incoming.move === 'submit' || Object.keys(incoming.values).length > 0);
