import type { App } from '../../app.ts';
import type { PostedRef } from '../../chat/platform-port.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { UNKNOWN_DRAWING } from '../posted.ts';
import { subjectOfCard } from './card-subject.ts';

/** Longer than a click takes that anybody still waits for. */
const AGAIN_AFTER_SECONDS = 20;

/**
 * To be said before a platform shows a card otherwise than it was drawn, such as without its buttons while a click on it is
 * carried out: should the process die before it shows it as it was, the queue draws it. Says nothing of other messages.
 */
export async function cardDisturbed(
  app: Pick<App, 'database' | 'queue'>,
  { platform, workspace, channel, message }: PostedRef,
): Promise<void> {
  const subject = await subjectOfCard(app, { platform, workspace, channel, message });
  if (subject === null) return;
  await app.database.change([
    Prisma.sql`
      UPDATE posted_card SET drawn_hash = ${UNKNOWN_DRAWING}
      WHERE platform = ${platform} AND workspace = ${workspace} AND channel = ${channel} AND message = ${message}
        AND live`,
    app.queue.statementFor('redraw', [{ subjects: [subject] }], { afterSeconds: AGAIN_AFTER_SECONDS }),
  ]);
}
