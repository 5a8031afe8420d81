import type { HomeView } from '@slack/types';
import type { IssuedCard } from '../../../../src/chat/card.ts';
import { LIMITS } from '../../limits.ts';
import { wordsOf } from '../../words.ts';
import { type Foldable, fold } from '../fold.ts';
import { cardParts, type Drawing } from './card.ts';
import { numbered } from './message.ts';

const ROOM = { blocks: LIMITS.home.blocks, chars: LIMITS.viewText.chars };
const divider: Foldable = { block: { type: 'divider' }, keep: false };

/** The App Home tab: one card under the other. */
export function drawHome(cards: readonly IssuedCard[], drawing: Drawing): HomeView {
  // Titles and buttons of the cards at the end may go here: the most urgent stands first.
  const parts = cards.flatMap((card, index) => [
    ...(index === 0 ? [] : [divider]),
    ...cardParts(card, drawing).map((part) => ({ ...part, keep: index === 0 && part.keep })),
  ]);
  return { type: 'home', blocks: [...numbered(fold(parts, ROOM, wordsOf(drawing.locale)))] };
}
