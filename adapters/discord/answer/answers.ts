import { ComponentType } from 'discord-api-types/v10';
import type { IssuedCard } from '../../../src/chat/card.ts';
import type { FormPage } from '../../../src/chat/form.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { localeOf } from '../../shared/locale.ts';
import { complaintMessage, resendMessage } from '../draw/cards/complaints.ts';
import { type DrawnMessage, drawCards } from '../draw/cards/message.ts';
import { nextMessage, tooLateMessage } from '../draw/cards/notices.ts';
import { drawModal } from '../draw/forms/modal.ts';
import { partsOf } from '../draw/forms/parts.ts';
import type { Questions } from '../send/questions.ts';
import { type Asker, cameInModal, readerOf } from './asker.ts';
import type { InteractionAnswer } from './response.ts';
import type { Unsent } from './unsent.ts';

export interface AnswerParts {
  readonly questions: Questions;
  readonly unsent: Unsent;
}

/** Brings replies to the people who asked. */
export class Answers {
  readonly #parts: AnswerParts;

  constructor(parts: AnswerParts) {
    this.#parts = parts;
  }

  async give(asked: Asker, answer: InteractionAnswer, reply: Reply<string> | null): Promise<void> {
    const asker = readerOf(asked, reply);
    switch (reply?.kind) {
      case undefined:
        return answer.nothing();
      case 'form':
        return this.#open(asker, answer, reply.page);
      case 'field-errors':
        return answer.show([this.#complaint(asker, reply)], { replacing: true });
      case 'card':
        return this.#show(asker, answer, { cards: [reply.card], replacing: reply.replaces === true });
      case 'cards':
        return this.#show(asker, answer, { cards: reply.cards, replacing: false });
      case 'closed':
        return this.#show(asker, answer, { cards: reply.card ? [reply.card] : [], replacing: true });
      case 'file':
        return this.#handOver(asker, answer, reply);
    }
  }

  async #show(
    { locale, token }: Asker,
    answer: InteractionAnswer,
    { cards, replacing }: { readonly cards: readonly IssuedCard[]; readonly replacing: boolean },
  ): Promise<void> {
    await this.#parts.questions.keep(cards);
    await answer.show(drawCards(cards, localeOf(locale)), {
      replacing: replacing || token.asked !== undefined,
    });
  }

  async #open(asker: Asker, answer: InteractionAnswer, page: FormPage<string>): Promise<void> {
    const locale = localeOf(asker.locale);
    const parts = partsOf(page, locale);
    if (answer.takesModal) {
      const index = Math.min(asker.part, parts.length - 1);
      if (await answer.modal(drawModal(page, { parts, index, locale }))) return;
    }
    const isNext = cameInModal(asker);
    // The core keeps the page, so that its button opens it as well as the request would have.
    const message = isNext
      ? nextMessage(page, { parts, index: asker.part, locale: asker.locale })
      : tooLateMessage(page, asker.locale);
    await answer.show([message], { replacing: isNext || asker.token.asked !== undefined });
  }

  #complaint(
    asker: Asker,
    { errors, summary, page }: Extract<Reply<string>, { kind: 'field-errors' }>,
  ): DrawnMessage {
    const { locale, incoming } = asker;
    if (page)
      return complaintMessage(page, { errors, summary, parts: partsOf(page, localeOf(locale)), locale });
    const texts = [...(summary === undefined ? [] : [summary]), ...Object.values(errors)];
    return resendMessage(this.#parts.unsent.keep(incoming), texts, locale);
  }

  async #handOver(
    asker: Asker,
    answer: InteractionAnswer,
    { card, name, bytes }: Extract<Reply<string>, { kind: 'file' }>,
  ): Promise<void> {
    await this.#parts.questions.keep([card]);
    const messages = drawCards([card], localeOf(asker.locale));
    const last = messages.at(-1) ?? { components: [] };
    const fileName = attachable(name);
    const file = { type: ComponentType.File, file: { url: `attachment://${fileName}` } } as const;
    const withFile = { components: [...last.components, file], files: [{ name: fileName, data: bytes }] };
    await answer.show([...messages.slice(0, -1), withFile]);
  }
}

// Discord changes other signs in a file's name, and then the component does not find it.
const attachable = (name: string): string => name.replace(/[^\w.-]+/g, '_');
