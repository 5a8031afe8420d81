import { drawCard, drawCards } from '../../adapters/discord/draw/cards/message.ts';
import { drawModal } from '../../adapters/discord/draw/forms/modal.ts';
import { partsOf } from '../../adapters/discord/draw/forms/parts.ts';
import { bodyOf, messageProblems, modalsProblems, seenInDiscord } from './discord-eyes.ts';
import { describeDrawings } from './drawing-contract.ts';

describeDrawings({
  name: 'discord',
  // As it stands in a channel, and as a private answer shows it whole.
  card: (card, locale) => [drawCard(card, { locale }), ...drawCards([card], locale)],
  form: (page, locale) => {
    const parts = partsOf(page, locale);
    return parts.map((_part, index) => drawModal(page, { parts, index, locale }));
  },
  cardProblems: messageProblems,
  formProblems: modalsProblems,
  see: (drawn) => seenInDiscord(drawn.slice(1)),
  golden: (drawn) => drawn.slice(0, 1).map(bodyOf),
});
