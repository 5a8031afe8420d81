import type { App } from '../app.ts';
import type { Card } from '../chat/card.ts';
import type { Person, Reader } from '../chat/conversation.ts';
import { type Receiver, receiverKey } from './receiver.ts';

/** For whom a card is drawn: one person, or everybody who reads a channel (then nothing confidential may show). */
export interface Audience extends Reader {
  readonly person: Person | null;
}

/**
 * A kind of card that stands in a chat and follows its subject. It is drawn from the record as it is now, so that a
 * late or repeated drawing shows the truth.
 */
export interface CardView {
  readonly name: string;
  /** Whether buttons of this action stand on its cards, so that one that was pressed too early can be found again. */
  readonly offers?: (action: string) => boolean;
  /**
   * Null when the audience may no longer see the subject: it is owed nothing, and a card that stands is closed.
   * @param detail what follows the colon in a message's `view`, where one subject has several such cards
   */
  readonly draw: (
    app: App,
    audience: Audience,
    subject: string,
    detail?: string,
  ) => Promise<readonly Card[] | null>;
}

/** One message that a change owes. */
export interface OwedMessage {
  /** The name of its view, perhaps with a colon and a detail. */
  readonly view: string;
  readonly subject: string;
  readonly stateSeq: number;
  /** Why it is owed: `turn`, `told`, a reminder's name. Part of its identity. */
  readonly rule: string;
  readonly receiver: Receiver;
  /** Where the receiver's card of the subject still stands it is brought up to date instead of posting another one. */
  readonly edit?: true;
}

/** {object, state_seq, rule, receiver} (domain-rules §12): the same message is owed once, however often it is asked for. */
export const deliveryKey = (message: OwedMessage): string =>
  [message.subject, message.stateSeq, message.rule, receiverKey(message.receiver)].join('/');
