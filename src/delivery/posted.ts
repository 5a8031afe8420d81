import { createHash } from 'node:crypto';
import type { App } from '../app.ts';
import type { Card } from '../chat/card.ts';
import type { AccountRef, PlatformName } from '../chat/incoming.ts';
import type { PostedRef } from '../chat/platform-port.ts';
import { Prisma } from '../platform/database/generated/client.ts';
import type { Audience, OwedMessage } from './view.ts';

export interface Sent {
  readonly key: string;
  readonly message: OwedMessage;
  readonly ref: PostedRef;
  readonly card: Card;
  readonly audience: Audience;
  /** Null in a channel. */
  readonly account: AccountRef | null;
  readonly platform: PlatformName;
  /** An earlier attempt may have posted it, and drawn it from an older record. */
  readonly again: boolean;
}

/** Stands for the hash of a drawing that is not known, so that the next one is sent in any case. */
export const UNKNOWN_DRAWING = '';

/** What a card says, so that a redrawing that would change nothing is not sent. */
export function cardHash(cards: readonly Card[]): string {
  const words = cards.map(({ image: _, file: __, ...card }) => card);
  const hash = createHash('sha256').update(JSON.stringify(words));
  for (const { image, file } of cards) {
    if (image) hash.update(image.alt).update(image.png);
    if (file) hash.update(file.name).update(file.bytes);
  }
  return hash.digest('hex');
}

/**
 * Confirms the message and remembers where its card stands. Older cards of the same case for the same reader step
 * back: one case has one live card a reader.
 */
export async function recordSent(app: App, sent: Sent): Promise<void> {
  const now = app.clock.now();
  const { view, subject } = sent.message;
  await app.database.change([
    Prisma.sql`UPDATE delivery SET sent_at = ${now}, platform = ${sent.platform} WHERE key = ${sent.key}`,
    stepBack(sent, view, subject),
    standing(app.ids.next('crd'), sent, now),
    app.queue.statementFor('redraw', [{ subjects: [subject] }]),
  ]);
  app.metrics.deliveries.inc({ platform: sent.platform, outcome: 'sent' });
}

function stepBack({ audience, ref }: Sent, view: string, subject: string): Prisma.Sql {
  const reader = audience.person?.principalId ?? null;
  return Prisma.sql`
    UPDATE posted_card SET live = false
    WHERE subject = ${subject} AND view = ${view} AND live AND platform = ${ref.platform}
      AND principal_id IS NOT DISTINCT FROM ${reader}`;
}

function standing(id: string, { ref, message, card, audience, account, again }: Sent, now: Date): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO posted_card (id, platform, workspace, channel, message, view, subject, principal_id, user_id, locale,
                             drawn_hash, live, posted_at)
    VALUES (${id}, ${ref.platform}, ${ref.workspace}, ${ref.channel}, ${ref.message}, ${message.view},
            ${message.subject}, ${audience.person?.principalId ?? null}, ${account?.userId ?? null}, ${audience.locale},
            ${again ? UNKNOWN_DRAWING : cardHash([card])}, true, ${now})
    ON CONFLICT (platform, workspace, channel, message) DO NOTHING`;
}

/** Nobody could be reached: shown to leads, not tried again. */
export async function recordFailed(
  app: Pick<App, 'database' | 'clock' | 'metrics'>,
  key: string,
  reason: string,
): Promise<void> {
  await app.database.query(
    Prisma.sql`UPDATE delivery SET failed_at = ${app.clock.now()}, failure = ${reason} WHERE key = ${key}`,
  );
  app.metrics.deliveries.inc({ platform: 'none', outcome: 'failed' });
}

/** It turned out that its receiver is owed nothing any more: neither sent nor failed. */
export async function recordNotOwed(app: App, key: string): Promise<void> {
  await app.database.query(Prisma.sql`DELETE FROM delivery WHERE key = ${key} AND sent_at IS NULL`);
}
