import { describe, expect, it } from 'vitest';
import { drawCards, drawCard as drawOnDiscord } from '../../adapters/discord/draw/cards/message.ts';
import { drawCard as drawOnSlack } from '../../adapters/slack/draw/cards/message.ts';
import type { Card, IssuedCard } from '../../src/chat/card.ts';
import { LOCALES } from '../../src/chat/conversation.ts';
import { wholeCards } from '../training/support/whole-cards.ts';
import { messageProblems as discordProblems } from './discord-eyes.ts';
import { messageProblems as slackProblems } from './slack-eyes.ts';

/** Ids of buttons are given out before a card is drawn. */
function issued({ actions, ...card }: Card): IssuedCard {
  if (!actions) return card;
  return { ...card, actions: actions.map((button, index) => ({ ...button, handle: `act_${index}` })) };
}

describe.each(LOCALES)('cards of training in %s', (locale) => {
  const cards = wholeCards(locale).map(issued);

  it('at their fullest are taken by Slack', () => {
    expect(cards.flatMap((card) => slackProblems(drawOnSlack(card, { locale })))).toEqual([]);
  });

  it('and by Discord', () => {
    const drawn = cards.flatMap((card) => [drawOnDiscord(card, { locale }), ...drawCards([card], locale)]);
    expect(discordProblems(drawn)).toEqual([]);
  });
});
