import type { KnownBlock, ModalView } from '@slack/types';
import type { IssuedCard } from '../../../../src/chat/card.ts';
import { localeOf } from '../../../shared/locale.ts';
import { LIMITS } from '../../limits.ts';
import { wordsOf } from '../../words.ts';
import { fold, note } from '../fold.ts';
import { plainText } from '../text/plain-text.ts';
import { cardParts } from './card.ts';
import { numbered } from './message.ts';

const ROOM = { blocks: LIMITS.modal.blocks, chars: LIMITS.viewText.chars };

/** Cards in a modal: where a form stood that Slack no longer lets the bot close, or over the home tab. */
export function cardModal(cards: readonly IssuedCard[], locale: string | undefined): ModalView {
  const words = wordsOf(locale);
  const parts = cards.flatMap((card) => cardParts(card, { locale: localeOf(locale) }));
  const title = cards[0]?.title ?? words.doneTitle;
  return modal(title, numbered(fold(parts, ROOM, words)), locale);
}

/** What stands in a modal while its page is being judged. */
export function workingModal(locale: string | undefined): ModalView {
  const words = wordsOf(locale);
  return modal(words.workingTitle, [note(`⏳ ${words.working}`)], locale);
}

export function doneModal(locale: string | undefined): ModalView {
  const words = wordsOf(locale);
  return modal(words.doneTitle, [note(`✅ ${words.doneTitle}`)], locale);
}

function modal(title: string, blocks: readonly KnownBlock[], locale: string | undefined): ModalView {
  const { titleChars, buttonChars } = LIMITS.view;
  return {
    type: 'modal',
    title: plainText(title, titleChars),
    close: plainText(wordsOf(locale).close, buttonChars),
    blocks: [...blocks],
  };
}
