import type { HandleSpec } from '../card.ts';
import type { Suggestion } from '../conversation.ts';
import type { Incoming } from '../incoming.ts';
import type { Reply } from '../reply.ts';
import type { SuggestionQuery } from '../suggestions/suggest.ts';

/**
 * A request that arrived. Every adapter goes the same three steps:
 *
 *     const ticket = await conversations.receive(incoming); // kept, if it changes anything; never throws
 *     acknowledge();                                         // now the platform may forget it
 *     const reply = await conversations.run(ticket);         // null: say nothing; never throws
 *
 * A platform that wants a form's errors inside the acknowledgement runs the ticket first and acknowledges with the
 * reply; the request is safe meanwhile, because it has been received.
 */
export type Ticket =
  | {
      readonly kind: 'accepted';
      readonly requestId: string;
      readonly incoming: Incoming;
      /** What the click's button or the form's target stands for; null when there is no such handle. */
      readonly handle: HandleSpec | null;
      /** Survives a crash: run again until it is done. */
      readonly kept: boolean;
    }
  /** It was here before and is being, or has been, carried out. */
  | { readonly kind: 'replayed'; readonly requestId: string }
  /** Somebody typed an API key. Nothing of it goes any further; `fields`: the inputs of the form in which it stands. */
  | {
      readonly kind: 'withheld';
      readonly requestId: string;
      readonly incoming: Incoming;
      readonly fields: readonly string[];
    }
  /** The record could not be reached, so nothing was kept: the asker must be told to try again. */
  | { readonly kind: 'lost'; readonly requestId: string; readonly incoming: Incoming };

export type AcceptedTicket = Extract<Ticket, { kind: 'accepted' }>;

/** What an adapter needs of the core. */
export interface Conversations {
  receive(incoming: Incoming): Promise<Ticket>;
  run(ticket: Ticket): Promise<Reply<string> | null>;
  /** Both steps, where a platform needs no acknowledgement. */
  handle(incoming: Incoming): Promise<Reply<string> | null>;
  /** What an option of a command may become while it is typed; changes nothing and is asked at every key. */
  suggest(query: SuggestionQuery): Promise<readonly Suggestion[]>;
  /**
   * Takes up requests that were kept but never finished, at start and from time to time. Their platform's patience is
   * over: `answer` uses whatever later means it has. Resolves to the number of requests that were taken up.
   */
  recover(options: RecoverOptions): Promise<number>;
}

export interface RecoverOptions {
  /** Only what was last begun before this instant. */
  readonly olderThan: Date;
  readonly answer: (incoming: Incoming, reply: Reply<string>) => Promise<void>;
}
