import type { Suggestion } from '../../../src/chat/conversation.ts';
import type { Incoming } from '../../../src/chat/incoming.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Conversations, RecoverOptions, Ticket } from '../../../src/chat/router/ticket.ts';
import type { SuggestionQuery } from '../../../src/chat/suggestions/suggest.ts';

type Answer = Reply<string> | null;
type Answering = (incoming: Incoming) => Answer | Promise<Answer>;

/** A core that answers what the test says, and remembers in which order it was asked. */
export class FakeConversations implements Conversations {
  readonly received: Incoming[] = [];
  readonly ran: Incoming[] = [];
  answer: Answering = () => null;
  /** The record cannot be reached. */
  away = false;
  /** Held back until the test lets it go. */
  beforeReceive: () => Promise<void> = async () => {};

  async receive(incoming: Incoming): Promise<Ticket> {
    await this.beforeReceive();
    const requestId = `${incoming.account.platform}:${incoming.key}`;
    if (this.away) return { kind: 'lost', requestId, incoming };
    if (this.received.some(({ key }) => key === incoming.key)) return { kind: 'replayed', requestId };
    this.received.push(incoming);
    return { kind: 'accepted', requestId, incoming, handle: null, kept: true };
  }

  async run(ticket: Ticket): Promise<Answer> {
    if (ticket.kind === 'replayed') return null;
    if (ticket.kind === 'lost') return lostReply(ticket.incoming);
    this.ran.push(ticket.incoming);
    return this.answer(ticket.incoming);
  }

  async handle(incoming: Incoming): Promise<Answer> {
    return this.run(await this.receive(incoming));
  }

  readonly suggestedFor: SuggestionQuery[] = [];
  suggestions: readonly Suggestion[] = [];

  async suggest(query: SuggestionQuery): Promise<readonly Suggestion[]> {
    this.suggestedFor.push(query);
    return this.suggestions;
  }

  async recover(_options: RecoverOptions): Promise<number> {
    return 0;
  }
}

export const TRY_AGAIN = 'The record is out of reach; nothing was changed. Try again in a minute.';

function lostReply(incoming: Incoming): Reply<string> {
  if (incoming.kind === 'form') return { kind: 'field-errors', errors: {}, summary: TRY_AGAIN };
  return { kind: 'card', card: { tone: 'bad', title: 'Not now', lead: TRY_AGAIN } };
}
