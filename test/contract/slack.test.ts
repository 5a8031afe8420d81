import { drawCard } from '../../adapters/slack/draw/cards/message.ts';
import { drawForm } from '../../adapters/slack/draw/forms/form.ts';
import { describeDrawings } from './drawing-contract.ts';
import { messageProblems, modalProblems, seenInSlack } from './slack-eyes.ts';

describeDrawings({
  name: 'slack',
  card: (card, locale) => drawCard(card, { locale }),
  form: (page, locale) => drawForm(page, { locale }),
  cardProblems: messageProblems,
  formProblems: modalProblems,
  see: seenInSlack,
});
