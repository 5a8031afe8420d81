import type { Answer, Click, Conversation } from '../../../chat/conversation.ts';
import { isRefused, type Result } from '../../../result.ts';
import { cancelLink } from '../../actions/cancel-link.ts';
import { confirmLink, type LinkStepInput } from '../../actions/confirm-link.ts';
import { type AccountLink, sideOf } from '../../linking/account-link.ts';
import { CANCEL_LINK, CONFIRM_LINK, linkCard } from './step-cards.ts';

type Step = (app: Conversation['app'], input: LinkStepInput) => Promise<Result<AccountLink>>;

/** One of the two sides is not linked to anybody yet. */
const stepClick = (action: string, step: Step): Click => ({
  action,
  who: 'anyone',
  effect: 'change',
  run: async (talk, { subject }) => {
    const { app, account, requestId } = talk;
    const done = await step(app, { linkId: subject, account, requestId });
    return isRefused(done) ? done : standing(talk, done.ok);
  },
});

export const linkSteps: readonly Click[] = [
  stepClick(CONFIRM_LINK, confirmLink),
  stepClick(CANCEL_LINK, cancelLink),
];

/** How the link stands now, for whoever asks, in place of the card with the question. */
export function standing(talk: Conversation, link: AccountLink): Answer {
  const card = linkCard(talk, link, sideOf(link, talk.account) ?? 'asker', talk.app.clock.now());
  if (!card)
    throw new Error(`Nobody has handed in the code of the link ${link.id}, yet somebody answers it.`);
  return { kind: 'card', card, replaces: true };
}
