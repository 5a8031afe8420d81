import type { Conversation, Known } from '../conversation.ts';
import { issueReply } from '../handles.ts';
import { judged, opened, shownAgain, taken } from '../pages/parts.ts';
import type { Reply } from '../reply.ts';
import { finished } from '../requests/handled.ts';
import { strayButtonCard } from './cards.ts';
import type { ConversationDeps } from './deps.ts';
import { laterReply, replyOf } from './reply.ts';
import { isKnown, route } from './route.ts';
import type { AcceptedTicket } from './ticket.ts';

interface Asked {
  readonly ticket: AcceptedTicket;
  readonly talk: Conversation;
  /** The platform waits no more, so that no form can be opened. */
  readonly later: boolean;
}

/** What a request is answered with; a page that came in parts is put together first. */
export async function answered(deps: ConversationDeps, asked: Asked): Promise<Reply<string> | null> {
  const { ticket, talk } = asked;
  const { incoming } = ticket;
  if (incoming.kind !== 'form' || !isKnown(talk)) return carriedOut(deps, asked);
  const { principalId } = talk.person;
  const { values, open } = await taken(deps.app, principalId, incoming);
  // A page that is not open any more was sent already, and there is nothing left of it to send.
  if (incoming.move === 'keep' || (incoming.move === 'finish' && !open)) {
    const reply: Reply<string> = open
      ? { kind: 'form', page: shownAgain(open) }
      : { kind: 'card', card: strayButtonCard(talk.t) };
    await over(deps, ticket);
    return reply;
  }
  const reply = await carriedOut(deps, {
    ...asked,
    ticket: { ...ticket, incoming: { ...incoming, values } },
  });
  return judged(deps.app, { principalId, incoming, open }, reply);
}

async function carriedOut(
  deps: ConversationDeps,
  { ticket, talk, later }: Asked,
): Promise<Reply<string> | null> {
  const answer = await route(deps.registry, ticket, talk);
  if (answer && 'refused' in answer) deps.app.metrics.refusals.inc({ code: answer.refused });
  const reply = answer && replyOf(talk.t, ticket.incoming, answer);
  const ready = await issued(deps, ticket, reply && later ? laterReply(talk.t, reply) : reply);
  return ready?.kind === 'form' && isKnown(talk) ? filledIn(deps, { ticket, talk }, ready) : ready;
}

async function filledIn(
  { app }: ConversationDeps,
  { ticket, talk }: { readonly ticket: AcceptedTicket; readonly talk: Known },
  { page }: Extract<Reply<string>, { kind: 'form' }>,
): Promise<Reply<string>> {
  const reader = { principalId: talk.person.principalId, inParts: ticket.incoming.inParts === true };
  return { kind: 'form', page: await opened(app, reader, page) };
}

/** Gives buttons their ids, and notes that a request which changed nothing is over, too. */
async function issued(deps: ConversationDeps, ticket: AcceptedTicket, reply: Reply | null) {
  const [ready] = await Promise.all([reply && issueReply(deps.app, reply), over(deps, ticket)]);
  return ready;
}

async function over({ app }: ConversationDeps, { kept, requestId }: AcceptedTicket): Promise<void> {
  if (kept) await app.database.query(finished(requestId, app.clock.now()));
}
