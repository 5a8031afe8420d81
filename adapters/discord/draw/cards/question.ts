import { createHash } from 'node:crypto';
import type { Button, IssuedCard } from '../../../../src/chat/card.ts';

/** What is asked before a click counts. Discord has no dialog of its own, so that it becomes a private message. */
export type Question = NonNullable<Button['confirm']>;

/** Names a question by its words: the same question is kept once, whatever card asks it. */
export function questionId({ title, body, yes, no }: Question): string {
  const words = JSON.stringify([title, body, yes, no]);
  return createHash('sha256').update(words).digest('base64url').slice(0, 16);
}

/** Everything that the buttons of some cards ask, to be kept before they are shown. */
export const questionsOf = (cards: readonly IssuedCard[]): readonly Question[] =>
  cards.flatMap(({ actions = [] }) => actions.flatMap(({ confirm }) => (confirm ? [confirm] : [])));
