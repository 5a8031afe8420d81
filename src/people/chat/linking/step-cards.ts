import type { Button, Card, Fact } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import type { Translate } from '../../../chat/messages/translate.ts';
import { moment, strong } from '../../../chat/text.ts';
import { type AccountLink, hasConfirmed, type LinkSide, statusOf } from '../../linking/account-link.ts';
import { namedAccount } from './account-words.ts';

export const CONFIRM_LINK = 'link.confirm';
export const CANCEL_LINK = 'link.cancel';

/** How a link stands, for one of its two sides. Null while no account has handed the code in. */
export function linkCard(
  { t }: Pick<Reader, 't'>,
  link: AccountLink,
  side: LinkSide,
  now: Date,
): Card | null {
  const { other } = link;
  if (!other) return null;
  const status = statusOf(link, now);
  if (status === 'linked') return joinedCard(t, link, side);
  if (status !== 'open') {
    const lead = t.text(`linking.ended.${status}`, { command: { code: '/link' } });
    return { tone: 'neutral', title: t('linking.ended.title'), lead };
  }
  if (!hasConfirmed(link, side)) return questionCard(t, link, side);
  const account = namedAccount(t, side === 'asker' ? other : link.asker);
  return {
    tone: 'waiting',
    title: t('linking.waiting.title'),
    lead: t.text('linking.waiting.lead', { account: strong(account) }),
    actions: [cancelButton(t, link)],
  };
}

function questionCard(t: Translate, link: AccountLink, side: LinkSide): Card {
  const owner = link.ownerName;
  return {
    tone: 'warning',
    title: side === 'asker' ? t('linking.ask.owner') : t('linking.ask.newcomer', { owner }),
    lead: side === 'asker' ? t('linking.ask.owner-lead') : t('linking.ask.newcomer-lead', { owner }),
    facts: questionFacts(t, link, side),
    sections: [{ body: t('linking.ask.warning') }],
    actions: [confirmButton(t, link), cancelButton(t, link)],
  };
}

function questionFacts(t: Translate, { asker, other, ownerName, expiresAt }: AccountLink, side: LinkSide) {
  const until: Fact = { label: t('linking.ask.until'), value: [moment(expiresAt)] };
  if (side === 'asker') {
    return [{ label: t('linking.ask.joining'), value: other ? namedAccount(t, other) : '' }, until];
  }
  return [
    { label: t('linking.ask.asking'), value: namedAccount(t, asker) },
    { label: t('linking.ask.owned'), value: ownerName },
    until,
  ];
}

function joinedCard(t: Translate, { other, ownerName: owner }: AccountLink, side: LinkSide): Card {
  const account = other ? namedAccount(t, other) : '';
  return {
    tone: 'good',
    title: side === 'asker' ? t('linking.done.owner') : t('linking.done.newcomer', { owner }),
    lead:
      side === 'asker'
        ? t.text('linking.done.owner-lead', { account: strong(account) })
        : t('linking.done.newcomer-lead'),
    footer: t.text('linking.done.footer', { command: { code: '/link' } }),
  };
}

const confirmButton = (t: Translate, { id }: AccountLink): Button => ({
  label: t('linking.ask.confirm'),
  tone: 'primary',
  handle: { action: CONFIRM_LINK, subject: id, revision: 0, stateSeq: 0 },
  confirm: {
    title: t('linking.ask.sure'),
    body: t('linking.ask.sure-body'),
    yes: t('linking.ask.confirm'),
    no: t('common.button.cancel'),
  },
});

const cancelButton = (t: Translate, { id }: AccountLink): Button => ({
  label: t('linking.ask.cancel'),
  tone: 'danger',
  handle: { action: CANCEL_LINK, subject: id, revision: 0, stateSeq: 0 },
});
