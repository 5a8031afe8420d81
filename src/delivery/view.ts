import type { App } from '../app.ts';
import type { Card } from '../chat/card.ts';
import type { Person, Reader } from '../chat/conversation.ts';

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
  /** Null when the audience may no longer see the subject. */
  readonly draw: (app: App, audience: Audience, subject: string) => Promise<readonly Card[] | null>;
}

/** Somebody who is told of a change. */
export type Receiver =
  | { readonly kind: 'person'; readonly principalId: string }
  | { readonly kind: 'channel'; readonly name: 'staff' };

/** One message that a change owes. */
export interface OwedMessage {
  readonly view: string;
  readonly subject: string;
  readonly stateSeq: number;
  /** Why it is owed: `turn`, `told`, a reminder's name. Part of its identity. */
  readonly rule: string;
  readonly receiver: Receiver;
  /** Where the receiver's card of the subject still stands it is brought up to date instead of posting another one. */
  readonly edit?: true;
}

export const receiverKey = (receiver: Receiver): string =>
  receiver.kind === 'person' ? receiver.principalId : `channel:${receiver.name}`;

/** {object, state_seq, rule, receiver} (domain-rules §12): the same message is owed once, however often it is asked for. */
export const deliveryKey = (message: OwedMessage): string =>
  [message.subject, message.stateSeq, message.rule, receiverKey(message.receiver)].join('/');
