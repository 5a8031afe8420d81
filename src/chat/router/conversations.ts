import { readerFor } from '../reader.ts';
import type { Reply } from '../reply.ts';
import { carriesSecret } from '../requests/secret.ts';
import { suggest } from '../suggestions/suggest.ts';
import { attempt } from './attempt.ts';
import type { ConversationDeps } from './deps.ts';
import { receive } from './receive.ts';
import { recover } from './recover.ts';
import { failureReply } from './reply.ts';
import type { Conversations, Ticket } from './ticket.ts';
import { withheldReply } from './withheld.ts';

/** Answers whatever people do on any platform. */
export function createConversations(deps: ConversationDeps): Conversations {
  const run = async (ticket: Ticket): Promise<Reply<string> | null> => {
    if (ticket.kind === 'replayed') return null;
    if (ticket.kind === 'withheld') return withheldReply(deps, ticket);
    if (ticket.kind === 'lost') return lost(deps, ticket);
    return (await attempt(deps, ticket)).reply;
  };
  return {
    receive: (incoming) => receive(deps, incoming),
    run,
    handle: async (incoming) => run(await receive(deps, incoming)),
    suggest: async (query) => (carriesSecret(query.typed) ? [] : suggest(deps, query)),
    recover: (options) => recover(deps, options),
  };
}

function lost({ defaults }: ConversationDeps, ticket: Extract<Ticket, { kind: 'lost' }>): Reply<string> {
  const { incoming, requestId } = ticket;
  const { t } = readerFor(defaults, { locale: null, zone: null, platformLocale: incoming.locale });
  return failureReply(t, incoming, { unavailable: true, kept: false, requestId });
}
