import type { App } from '../../app.ts';
import type { Card } from '../../chat/card.ts';
import type { AccountRef } from '../../chat/incoming.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { cardHash } from '../posted.ts';
import { HOME_MESSAGE } from './redraw.ts';

export interface PublishedHome {
  readonly account: AccountRef;
  readonly principalId: string;
  readonly view: string;
  readonly subject: string;
  readonly locale: string;
  readonly cards: readonly Card[];
}

/** Remembers that somebody's home page shows these cards, so that it is redrawn when they change. */
export async function recordHome(
  { database, clock, ids }: Pick<App, 'database' | 'clock' | 'ids'>,
  { account, principalId, view, subject, locale, cards }: PublishedHome,
): Promise<void> {
  await database.query(Prisma.sql`
    INSERT INTO posted_card (id, platform, workspace, channel, message, view, subject, principal_id, user_id, locale,
                             drawn_hash, live, posted_at)
    VALUES (${ids.next('crd')}, ${account.platform}, ${account.workspace}, ${account.userId}, ${HOME_MESSAGE}, ${view},
            ${subject}, ${principalId}, ${account.userId}, ${locale}, ${cardHash(cards)}, true, ${clock.now()})
    ON CONFLICT (platform, workspace, channel, message) DO UPDATE SET
      view = excluded.view, subject = excluded.subject, principal_id = excluded.principal_id, user_id = excluded.user_id,
      locale = excluded.locale, drawn_hash = excluded.drawn_hash, live = true`);
}
