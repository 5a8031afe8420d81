import type { Known, TypedMessage } from '../../../chat/conversation.ts';
import type { Reply } from '../../../chat/reply.ts';
import { subjectOfCard } from '../../../delivery/standing/card-subject.ts';
import { type Case, loadCase } from '../../record/case.ts';
import { inboxCount } from '../../record/listing.ts';
import { drawCase } from '../draw-case.ts';
import { mayNotSee } from '../who.ts';
import { inboxCards } from './cards.ts';
import { offerToAttach } from './shared-file.ts';

/** Words with which people answer a card instead of pressing its button. */
const LOOKS_LIKE_AN_ANSWER =
  /^\W*(ok(ay)?|yes|y|sure|fine|agreed?|approved?|confirm(ed)?|accept(ed)?|lgtm|looks? (good|fine|ok)|go ahead|done|no|nope|decline[ds]?|reject(ed)?|return(ed)?|withdraw|好的?|行|可以|没问题|同意|确认|接受|通过|批准|不行|不可以|不同意|拒绝|驳回|退回|撤回|不通过)(?![a-z])/iu;

/**
 * What somebody types never decides. Under a card, or where it reads like an answer, the buttons are offered privately;
 * in a channel only then, since people there talk to each other.
 */
export async function answerTyped(talk: Known, { text, thread, files }: TypedMessage): Promise<Reply | null> {
  if (files && thread !== undefined) {
    const parties = await caseOfCard(talk, thread);
    const offered = parties && offerToAttach(talk, parties, files);
    if (offered) return offered;
  }
  const isAnswer = LOOKS_LIKE_AN_ANSWER.test(text.trim());
  if (!isAnswer && !talk.place.direct) return null;
  const offered = thread === undefined ? null : await buttonsOf(talk, thread);
  if (offered) return offered;
  if (!talk.place.direct) return null;
  return isAnswer ? waiting(talk) : hint(talk);
}

/** The card in whose thread it was typed, as it stands now. */
async function buttonsOf(talk: Known, message: string): Promise<Reply | null> {
  const parties = await caseOfCard(talk, message);
  if (!parties) return null;
  const card = await drawCase(talk.app, talk, parties);
  return { kind: 'card', card: { ...card, lead: talk.t('cases.typed.press') } };
}

async function caseOfCard({ account, place, app, person }: Known, message: string): Promise<Case | null> {
  const { platform, workspace } = account;
  const subject = await subjectOfCard(app, { platform, workspace, channel: place.channel, message });
  const parties = subject === null ? null : await loadCase(app, subject);
  return parties && !mayNotSee(parties, person) ? parties : null;
}

async function waiting(talk: Known): Promise<Reply> {
  const [head, ...cards] = await inboxCards(talk.app, talk);
  if (cards.length === 0 || !head) return hint(talk);
  return { kind: 'cards', cards: [{ ...head, lead: talk.t('cases.typed.press') }, ...cards] };
}

/** Somebody who just writes is told what works here. */
async function hint({ app, t, person }: Known): Promise<Reply> {
  const count = await inboxCount(app, person);
  return {
    kind: 'card',
    card: {
      tone: 'neutral',
      title: t('cases.typed.title'),
      lead: t('cases.typed.lead'),
      sections: [
        {
          list: [
            [{ code: '/inbox' }, ` ${t('cases.typed.inbox', { count })}`],
            [{ code: '/help' }, ` ${t('commands.help.summary')}`],
          ],
        },
      ],
    },
  };
}
