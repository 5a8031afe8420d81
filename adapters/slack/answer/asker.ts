import type { AccountRef, Incoming } from '../../../src/chat/incoming.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { packCommand } from '../receive/incoming/click.ts';
import type { SlackToken } from '../receive/place.ts';

/** Who asked, and every way that is left to answer. */
export interface Asker extends SlackToken {
  readonly account: AccountRef;
  readonly channel: string;
  readonly direct: boolean;
  readonly locale?: string;
  /** How the same can be asked again with one click, should a form open too late. */
  readonly again?: Again;
  readonly incoming: Incoming;
}

type Again = { readonly handle: string } | { readonly command: string };

export function askerOf(incoming: Incoming): Asker {
  const { account, place, locale } = incoming;
  const again = againOf(incoming);
  const token: SlackToken = place.token;
  return {
    ...token,
    account,
    channel: place.channel,
    direct: place.direct,
    incoming,
    ...(locale ? { locale } : {}),
    ...(again ? { again } : {}),
  };
}

function againOf(incoming: Incoming): Again | undefined {
  if (incoming.kind === 'click' || incoming.kind === 'form') return { handle: incoming.handle };
  if (incoming.kind !== 'command') return undefined;
  const command = packCommand(incoming);
  return command === undefined ? undefined : { command };
}

/** The same, reading the language in which the reply is written. */
export function readerOf(asker: Asker, reply: Reply<string> | null): Asker {
  return reply?.locale ? { ...asker, locale: reply.locale } : asker;
}
