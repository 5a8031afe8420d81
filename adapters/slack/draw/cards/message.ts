import type { KnownBlock } from '@slack/types';
import type { IssuedCard } from '../../../../src/chat/card.ts';
import { wordsOf } from '../../words.ts';
import type { Foldable } from '../fold.ts';
import { fold } from '../fold.ts';
import { cardBlocks, cardParts, type Drawing, MESSAGE_ROOM } from './card.ts';
import { notification } from './notification.ts';

/** What one message shows, and what its notification says. */
export interface DrawnMessage {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

export function drawCard(card: IssuedCard, drawing: Drawing): DrawnMessage {
  return { text: notification([card], drawing.locale), blocks: cardBlocks(card, drawing) };
}

/**
 * Several cards in as few messages as hold them: a private answer may be given five times only.
 * https://docs.slack.dev/interactivity/handling-user-interaction/#message_responses
 */
export function drawCards(cards: readonly IssuedCard[], drawing: Drawing): readonly DrawnMessage[] {
  const groups: { cards: IssuedCard[]; parts: Foldable[] }[] = [];
  for (const card of cards) {
    const parts = cardParts(card, drawing);
    const last = groups.at(-1);
    if (last && last.parts.length + parts.length < MESSAGE_ROOM.blocks && last.cards.length < 8) {
      last.parts.push(divider, ...parts);
      last.cards.push(card);
    } else groups.push({ cards: [card], parts: [...parts] });
  }
  return groups.map((group) => ({
    text: notification(group.cards, drawing.locale),
    blocks: numbered(fold(group.parts, MESSAGE_ROOM, wordsOf(drawing.locale))),
  }));
}

const divider: Foldable = { block: { type: 'divider' }, keep: true };

/** Action ids are unique within a message; cards drawn one by one all begin at zero. */
export function numbered(blocks: readonly KnownBlock[]): readonly KnownBlock[] {
  return blocks.map((block, row) =>
    block.type === 'actions'
      ? {
          ...block,
          elements: block.elements.map((element, index) =>
            element.type === 'button' ? { ...element, action_id: `click:${row}.${index}` } : element,
          ),
        }
      : block,
  );
}
