import type { Incoming } from '../incoming.ts';
import { forgetOldPages } from '../pages/open-page.ts';
import { readerFor } from '../reader.ts';
import type { Reply } from '../reply.ts';
import { forgetDone } from '../requests/handled.ts';
import { forgetHeld } from '../requests/held-clicks/hold.ts';
import { claimUnfinished, MAX_ATTEMPTS, noteFailure, type Unfinished } from '../requests/unfinished.ts';
import { type Attempt, attempt } from './attempt.ts';
import { givenUpCard } from './cards.ts';
import type { ConversationDeps } from './deps.ts';
import { ticketAgain } from './receive.ts';
import type { RecoverOptions } from './ticket.ts';

/** One after the other: recovery must not take the database from those who are waiting now. */
export async function recover(
  deps: ConversationDeps,
  { olderThan, answer }: RecoverOptions,
): Promise<number> {
  const requests = await claimUnfinished(deps.app, olderThan);
  for (const request of requests) {
    const reply = await againReply(deps, request);
    if (reply) await told(deps, { request, tell: () => answer(request.incoming, reply) });
  }
  await deps.app.database.query(forgetDone(deps.app.clock.now()));
  await deps.app.database.query(forgetOldPages(deps.app.clock.now()));
  await deps.app.database.query(forgetHeld(deps.app.clock.now()));
  return requests.length;
}

const STOPPED: Attempt = { reply: null, error: 'the process stopped while it carried this request out' };

/** Null: it failed once more and is tried again, or there is nothing to say. */
async function againReply(deps: ConversationDeps, { incoming, requestId, attempts }: Unfinished) {
  // More claims than tries: the process itself died under this request, each time.
  const { reply, error } =
    attempts > MAX_ATTEMPTS ? STOPPED : await attempt(deps, await ticketAgain(deps, incoming), true);
  if (error === undefined) return reply;
  const last = attempts >= MAX_ATTEMPTS;
  await noteFailure(deps.app, { requestId, failure: messageOf(error), last });
  return last ? givenUp(deps, incoming, requestId) : null;
}

function givenUp({ defaults }: ConversationDeps, incoming: Incoming, requestId: string): Reply<string> {
  const { t } = readerFor(defaults, { locale: null, zone: null, platformLocale: incoming.locale });
  return { kind: 'card', card: givenUpCard(t, requestId) };
}

interface Telling {
  readonly request: Unfinished;
  readonly tell: () => Promise<void>;
}

// What was asked for is done and on record; everybody concerned hears of it through the queue as well.
async function told({ app }: ConversationDeps, { request, tell }: Telling): Promise<void> {
  try {
    await tell();
  } catch (error) {
    app.log.error({ err: error, requestId: request.requestId }, 'the answer to a recovered request got lost');
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
