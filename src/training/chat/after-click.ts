import type { Card } from '../../chat/card.ts';
import type { Answer, Known } from '../../chat/conversation.ts';
import { subjectOfCard } from '../../delivery/standing/card-subject.ts';

/**
 * What a click answers that moved something on. A card that stands follows by itself, so that one line is enough; an answer of
 * before, which nobody redraws, gives way to the new card.
 */
export async function afterClick({ app, account, place, t }: Known, card: Card): Promise<Answer> {
  const { platform, workspace } = account;
  const { channel, message } = place;
  const stands =
    message !== undefined && (await subjectOfCard(app, { platform, workspace, channel, message })) !== null;
  if (!stands) return { kind: 'card', card, replaces: true };
  return { kind: 'card', card: { tone: 'good', title: t('training.recorded') } };
}
