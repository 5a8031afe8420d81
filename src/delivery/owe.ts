import { Prisma } from '../platform/database/generated/client.ts';
import type { Queue } from '../platform/queue.ts';
import { receiverKey } from './receiver.ts';
import { deliveryKey, type OwedMessage } from './view.ts';

export interface DeliverJob {
  readonly key: string;
  readonly message: OwedMessage;
  /** Owed once more: an earlier job may have done it without having been able to say so. */
  readonly again?: true;
}

/** Redraw every standing card of these subjects that does not show the record as it is. */
export interface RedrawJob {
  readonly subjects: readonly string[];
  /** The message of a card that was shown otherwise meanwhile: it is drawn whatever is known of it. */
  readonly anew?: string;
}

export interface Outgoing {
  readonly messages: readonly OwedMessage[];
  /** Subjects whose standing cards changed. */
  readonly redraw: readonly string[];
}

/**
 * The statements that owe messages and redrawings, for the transaction of the change that causes them: what is owed
 * is on record exactly when the change is.
 */
export function owe(queue: Queue, outgoing: Outgoing, at: Date): Prisma.Sql[] {
  const jobs = outgoing.messages.map((message): DeliverJob => ({ key: deliveryKey(message), message }));
  return [
    ...(jobs.length === 0 ? [] : [recorded(jobs, at), queue.statementFor('deliver', jobs)]),
    ...(outgoing.redraw.length === 0 ? [] : [queue.statementFor('redraw', [{ subjects: outgoing.redraw }])]),
  ];
}

function recorded(jobs: readonly DeliverJob[], at: Date): Prisma.Sql {
  const rows = jobs.map(
    ({ key, message }) =>
      Prisma.sql`(${key}, ${message.subject}, ${message.stateSeq}, ${message.rule}, ${message.view},
        ${receiverKey(message.receiver)}, ${at})`,
  );
  return Prisma.sql`
    INSERT INTO delivery (key, subject, state_seq, rule, view, receiver, recorded_at)
    VALUES ${Prisma.join(rows)} ON CONFLICT (key) DO NOTHING`;
}
