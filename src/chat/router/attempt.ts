import { findPerson, type KnownPerson } from '../../people/find-person.ts';
import { Conflict, DatabaseUnavailable } from '../../platform/database/errors.ts';
import type { Conversation } from '../conversation.ts';
import type { Translate } from '../messages/translate.ts';
import { readerFor } from '../reader.ts';
import type { Reply } from '../reply.ts';
import { ALREADY_HANDLED } from '../requests/handled.ts';
import { answered } from './answered.ts';
import { alreadyHandledCard } from './cards.ts';
import type { ConversationDeps } from './deps.ts';
import { failureReply } from './reply.ts';
import type { AcceptedTicket } from './ticket.ts';

export interface Attempt {
  readonly reply: Reply<string> | null;
  /** What went wrong; undefined when the request was answered, be it with a refusal. */
  readonly error?: unknown;
}

/**
 * Carries a request out once. `later`: its platform waits no more, so that no form can be opened. Never throws: what
 * went wrong is logged, and told to the asker.
 */
export async function attempt(
  deps: ConversationDeps,
  ticket: AcceptedTicket,
  later = false,
): Promise<Attempt> {
  // Until the person is found, the platform's word on their language must do.
  let talk = talkWith(deps, ticket, null);
  try {
    talk = talkWith(deps, ticket, await findPerson(deps.app, ticket.incoming.account));
    const reply = await answered(deps, { ticket, talk, later });
    return { reply: reply && { ...reply, locale: talk.locale } };
  } catch (error) {
    return inTrouble(deps, ticket, { error, t: talk.t });
  }
}

function talkWith({ app, defaults }: ConversationDeps, ticket: AcceptedTicket, known: KnownPerson | null) {
  const { account, place, locale } = ticket.incoming;
  const preferences = { locale: known?.locale ?? null, zone: known?.zone ?? null, platformLocale: locale };
  const reader = readerFor(defaults, preferences);
  const talk: Conversation = {
    ...reader,
    app,
    account,
    place,
    requestId: ticket.requestId,
    person: known?.person ?? null,
  };
  return talk;
}

interface Trouble {
  readonly error: unknown;
  readonly t: Translate;
}

function inTrouble({ app }: ConversationDeps, ticket: AcceptedTicket, { error, t }: Trouble): Attempt {
  if (error instanceof Conflict && error.code === ALREADY_HANDLED) {
    return { reply: { kind: 'card', card: alreadyHandledCard(t) } };
  }
  const { requestId, incoming, kept } = ticket;
  app.log.error({ err: error, requestId, kind: incoming.kind }, 'a request failed');
  const unavailable = error instanceof DatabaseUnavailable;
  return { reply: failureReply(t, incoming, { unavailable, kept, requestId }), error };
}
