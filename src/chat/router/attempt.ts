import { findPerson, type KnownPerson } from '../../people/find-person.ts';
import { noteUse } from '../../people/last-use.ts';
import { Conflict, DatabaseUnavailable } from '../../platform/database/errors.ts';
import type { Conversation } from '../conversation.ts';
import { issueReply } from '../handles.ts';
import type { Translate } from '../messages/translate.ts';
import { readerFor } from '../reader.ts';
import type { Reply } from '../reply.ts';
import { ALREADY_HANDLED, finished } from '../requests/handled.ts';
import { alreadyHandledCard } from './cards.ts';
import type { ConversationDeps } from './deps.ts';
import { failureReply, laterReply, replyOf } from './reply.ts';
import { route } from './route.ts';
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
    const known = await findPerson(deps.app, ticket.incoming.account);
    talk = talkWith(deps, ticket, known);
    const [answer] = await Promise.all([
      route(deps.registry, ticket, talk),
      known && noteUse(deps.app, ticket.incoming.account, known.lastUse),
    ]);
    if (answer && 'refused' in answer) deps.app.metrics.refusals.inc({ code: answer.refused });
    const reply = answer && replyOf(talk.t, ticket.incoming, answer);
    return { reply: await issued(deps, ticket, reply && later ? laterReply(talk.t, reply) : reply) };
  } catch (error) {
    return inTrouble(deps, ticket, { error, t: talk.t });
  }
}

function talkWith({ app, defaults }: ConversationDeps, ticket: AcceptedTicket, known: KnownPerson | null) {
  const { account, accountName, place, locale } = ticket.incoming;
  const preferences = { locale: known?.locale ?? null, zone: known?.zone ?? null, platformLocale: locale };
  const reader = readerFor(defaults, preferences);
  const talk: Conversation = {
    ...reader,
    app,
    account,
    ...(accountName === undefined ? {} : { accountName }),
    place,
    requestId: ticket.requestId,
    person: known?.person ?? null,
  };
  return talk;
}

/** Gives buttons their ids, and notes that a request which changed nothing is over, too. */
async function issued({ app }: ConversationDeps, ticket: AcceptedTicket, reply: Reply | null) {
  const [ready] = await Promise.all([
    reply && issueReply(app, reply),
    ticket.kept ? app.database.query(finished(ticket.requestId, app.clock.now())) : undefined,
  ]);
  return ready;
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
