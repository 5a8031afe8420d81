import type { Button, Card } from '../../../chat/card.ts';
import type { Answer, Click, Known } from '../../../chat/conversation.ts';
import { inlines, moment, type Text } from '../../../chat/text.ts';
import { sendAgain, type Undelivered, undelivered } from '../../../delivery/undelivered.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import { viewOfSubject } from '../../reminders/view-of.ts';

const RETRY = 'staff.retry-message';
/** What a lead can look at in one go; the next come up once these are mended. */
const SHOWN = 8;

/** Messages that reached nobody, each with its button, and a word on whatever failed for good; none when all is well. */
export async function undeliveredCards(talk: Known): Promise<readonly Card[]> {
  if (!permitted('staff.dead-letters', talk.person).allowed) return [];
  const { app, t } = talk;
  const [messages, letters] = await Promise.all([undelivered(app, SHOWN), app.queue.deadLetters()]);
  if (messages.length + letters.length === 0) return [];
  const dead = { count: letters.length, command: { code: '/staff dead-letters' } };
  return [
    {
      tone: 'bad',
      title: t('cases.undelivered.title', { count: messages.length + letters.length }),
      lead: t('cases.undelivered.lead'),
      sections: [
        { list: messages.map((message, at) => [`${at + 1} · `, ...inlines(messageLine(talk, message))]) },
        ...(letters.length === 0 ? [] : [{ body: t.text('cases.undelivered.dead', dead) }]),
      ],
      actions: messages.map(({ key }, at) => retryButton(talk, key, at + 1)),
    },
  ];
}

function messageLine({ t }: Known, { subject, receiverName, failedAt, failure }: Undelivered): Text {
  const to = receiverName ?? t('cases.undelivered.channel');
  const why = failure ?? t('cases.undelivered.unknown');
  return [{ strong: subject }, ` → ${to} · `, moment(failedAt), ` · ${why}`];
}

const retryButton = ({ t }: Known, key: string, number: number): Button => ({
  label: t('cases.undelivered.retry', { number }),
  tone: 'plain',
  handle: { action: RETRY, subject: key, revision: 0, stateSeq: 0 },
});

/** Owes the message once more: somebody may have linked an account or come back meanwhile. */
export const retryMessageClick: Click = {
  action: RETRY,
  effect: 'change',
  run: async (talk, { subject }): Promise<Answer> => {
    const refusal = permissionRefusal(permitted('staff.dead-letters', talk.person));
    if (refusal) return refusal;
    const again = await sendAgain(talk.app, subject, viewOfSubject);
    const title = talk.t(again ? 'cases.undelivered.again' : 'cases.undelivered.gone');
    return { kind: 'card', card: { tone: again ? 'good' : 'neutral', title } };
  },
};
