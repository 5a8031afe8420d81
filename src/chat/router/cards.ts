import type { Refusal } from '../../result.ts';
import type { Card } from '../card.ts';
import type { AccountRef } from '../incoming.ts';
import { nextStep, refusalTexts } from '../messages/refusals.ts';
import type { Translate } from '../messages/translate.ts';
import { HELD_HOURS } from '../requests/held-clicks/hold.ts';

/** Carries no button, so that it needs no record to be drawn. */
export type PlainCard = Card<never>;

/** Why not, and what to do instead. */
export function refusalCard(t: Translate, refusal: Refusal): PlainCard {
  const texts = refusalTexts(t, refusal);
  const next = nextStep(t, refusal);
  const [only] = texts;
  return {
    tone: 'warning',
    title: t('chat.refused.title'),
    sections: [texts.length === 1 && only !== undefined ? { body: only } : { list: texts }],
    ...(next === undefined ? {} : { footer: next }),
  };
}

/** For an account that no person has linked: how to get an invitation, and what to do with it. */
export function notLinkedCard(t: Translate, account: AccountRef): PlainCard {
  return {
    tone: 'neutral',
    title: t('chat.not-linked.title'),
    lead: t('chat.not-linked.lead'),
    sections: [
      {
        list: [
          t('chat.not-linked.ask'),
          t.text('chat.not-linked.redeem', { command: { code: '/link CODE' } }),
          t.text('chat.not-linked.second', { command: { code: '/link' } }),
          t.text('chat.not-linked.after', { command: { code: '/help' } }),
        ],
      },
    ],
    footer: t.text('chat.not-linked.account', { account: { code: account.userId } }),
  };
}

/** The same for somebody who pressed a button: it is kept for them. */
export function heldCard(t: Translate, account: AccountRef): PlainCard {
  const card = notLinkedCard(t, account);
  const kept = { body: t('chat.not-linked.held', { hours: HELD_HOURS }) };
  return { ...card, sections: [kept, ...(card.sections ?? [])] };
}

/** A button from a card that this record does not know (any more). */
export function strayButtonCard(t: Translate): PlainCard {
  return {
    tone: 'neutral',
    title: t('chat.stray-button.title'),
    lead: t.text('chat.stray-button.lead', { command: { code: '/inbox' } }),
  };
}

export function alreadyHandledCard(t: Translate): PlainCard {
  return {
    tone: 'neutral',
    title: t('chat.already-handled.title'),
    lead: t.text('chat.already-handled.lead', { command: { code: '/inbox' } }),
  };
}

export interface Failure {
  /** The record could not be reached: not our mistake, and trying again is safe. */
  readonly unavailable: boolean;
  /** The request is on record and will be tried again without the asker. */
  readonly kept: boolean;
  readonly requestId: string;
}

/** Nothing was done, and what happens next. */
export function failureCard(t: Translate, { unavailable, kept, requestId }: Failure): PlainCard {
  return {
    tone: 'bad',
    title: t('chat.failed.title'),
    lead: t(unavailable ? 'chat.failed.unavailable' : 'chat.failed.defect'),
    sections: [{ body: t(kept ? 'chat.failed.kept' : 'chat.failed.ask-again') }],
    footer: t.text('chat.failed.reference', { reference: { code: requestId } }),
  };
}

/** A kept request that failed so often that it is tried no more. */
export function givenUpCard(t: Translate, requestId: string): PlainCard {
  return {
    tone: 'bad',
    title: t('chat.given-up.title'),
    lead: t.text('chat.given-up.lead', { command: { code: '/inbox' } }),
    footer: t.text('chat.failed.reference', { reference: { code: requestId } }),
  };
}
