import type { App } from '../../app.ts';
import type { PostedRef } from '../../chat/platform-port.ts';

/** What the card in this message is about; null when the bot posted no card there. */
export async function subjectOfCard(
  { database }: Pick<App, 'database'>,
  { platform, workspace, channel, message }: PostedRef,
): Promise<string | null> {
  const card = await database.prisma.postedCard.findUnique({
    where: { platform_workspace_channel_message: { platform, workspace, channel, message } },
    select: { subject: true },
  });
  return card?.subject ?? null;
}
