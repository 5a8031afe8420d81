import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { IssuedCard } from '../../../src/chat/card.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { cardModal, doneModal } from '../draw/cards/modal.ts';
import type { Artist } from '../send/artist.ts';
import { slackCode } from '../send/errors.ts';
import type { SlackFiles } from '../send/files.ts';
import { directWith } from '../send/port.ts';
import { wordsOf } from '../words.ts';
import { type Asker, readerOf } from './asker.ts';
import { complainingView, formView } from './judged.ts';
import { type PrivatelyParts, tellPrivately } from './privately.ts';
import { tooLateMessage } from './too-late.ts';

interface AnswerParts extends PrivatelyParts {
  readonly artist: Artist;
  readonly files: SlackFiles;
}

/** Brings replies to the people who asked. */
export class Answers {
  readonly #parts: AnswerParts;

  constructor(parts: AnswerParts) {
    this.#parts = parts;
  }

  /** Anything but a submitted page, which is answered in its acknowledgement. */
  async give(asked: Asker, reply: Reply<string>): Promise<void> {
    const asker = readerOf(asked, reply);
    switch (reply.kind) {
      case 'form':
        return this.#open(asker, formView(reply, asker));
      case 'field-errors':
        return this.#tell(asker, [errorCard(asker, reply)]);
      case 'card':
        return reply.replaces && asker.ephemeral
          ? this.#replace(asker, reply.card)
          : this.#show(asker, [reply.card]);
      case 'cards':
        return this.#show(asker, reply.cards);
      case 'closed':
        return reply.card ? this.#show(asker, [reply.card]) : undefined;
      case 'file':
        return this.#handOver(asker, reply);
    }
  }

  /** The answer to a page that was acknowledged before it was judged: its modal has been waiting since. */
  async giveLate(asked: Asker, view: ViewOutput, reply: Reply<string> | null): Promise<void> {
    const asker = readerOf(asked, reply);
    const modal = lateModal(asker, view, reply);
    if (reply?.kind === 'file') await this.#handOver(asker, reply);
    const shown = await this.#attempt(() =>
      this.#parts.client.views.update({ view_id: view.id, view: modal }),
    );
    if (!shown && reply && reply.kind !== 'file') await this.give(withoutModal(asker), reply);
  }

  /** The home tab of whoever opened it. */
  async publishHome(asked: Asker, reply: Reply<string> | null): Promise<void> {
    if (!reply) return;
    const asker = readerOf(asked, reply);
    const cards = reply.kind === 'cards' ? reply.cards : 'card' in reply && reply.card ? [reply.card] : [];
    const view = this.#parts.artist.home(cards, asker.locale);
    await this.#parts.client.views.publish({ user_id: asker.account.userId, view });
  }

  async #open(asker: Asker, view: ModalView): Promise<void> {
    const { client } = this.#parts;
    const { trigger, view: viewId, viewType } = asker;
    const opened = await this.#attempt(() => {
      if (viewId && viewType === 'modal') return client.views.update({ view_id: viewId, view });
      return trigger ? client.views.open({ trigger_id: trigger, view }) : undefined;
    });
    if (!opened) await tellPrivately(this.#parts, asker, [tooLateMessage(asker)]);
  }

  // A click in a modal or on the home tab has no message to answer under: its answer is a modal, if there is time.
  async #show(asker: Asker, cards: readonly IssuedCard[]): Promise<void> {
    const { client } = this.#parts;
    const { view: viewId, viewType, trigger } = asker;
    const shown = await this.#attempt(() => {
      if (!viewId) return undefined;
      const view = cardModal(cards, asker.locale);
      if (viewType === 'modal') return client.views.update({ view_id: viewId, view });
      return trigger ? client.views.open({ trigger_id: trigger, view }) : undefined;
    });
    if (!shown) await this.#tell(asker, cards);
  }

  // A private card cannot be redrawn from the queue, so its answer takes its place: no button on it stays live.
  async #replace(asker: Asker, card: IssuedCard): Promise<void> {
    const drawn = await this.#parts.artist.cards([card], asker.locale);
    await tellPrivately(this.#parts, asker, drawn, { replacing: true });
  }

  async #tell(asker: Asker, cards: readonly IssuedCard[]): Promise<void> {
    await tellPrivately(this.#parts, asker, await this.#parts.artist.cards(cards, asker.locale));
  }

  // Files go where only this person reads them, whatever channel they were asked for in.
  async #handOver(asker: Asker, reply: Extract<Reply<string>, { kind: 'file' }>): Promise<void> {
    const channel = await directWith(this.#parts.client, asker.account.userId);
    await this.#parts.files.share({ name: reply.name, bytes: reply.bytes }, { channel });
    const elsewhere = asker.channel !== '' && asker.channel !== channel;
    const where = elsewhere ? { footer: wordsOf(asker.locale).fileReady(reply.name) } : {};
    await this.#show(asker, [{ ...reply.card, ...where }]);
  }

  /** False when Slack will not have it: the trigger expired, or the person closed the modal meanwhile. */
  async #attempt(call: () => Promise<unknown> | undefined): Promise<boolean> {
    try {
      const asked = call();
      await asked;
      return asked !== undefined;
    } catch (error) {
      this.#parts.log.info({ err: error, code: slackCode(error) }, 'a modal could not be shown');
      return false;
    }
  }
}

function lateModal(asker: Asker, view: ViewOutput, reply: Reply<string> | null): ModalView {
  if (reply?.kind === 'form') return formView(reply, asker);
  if (reply?.kind === 'field-errors') return complainingView(reply, view, asker);
  const cards =
    reply?.kind === 'cards' ? reply.cards : reply && 'card' in reply && reply.card ? [reply.card] : [];
  return cards.length > 0 ? cardModal(cards, asker.locale) : doneModal(asker.locale);
}

function withoutModal({ view: _view, viewType: _type, trigger: _trigger, ...asker }: Asker): Asker {
  return asker;
}

function errorCard(asker: Asker, reply: Extract<Reply<string>, { kind: 'field-errors' }>): IssuedCard {
  const texts = [...(reply.summary === undefined ? [] : [reply.summary]), ...Object.values(reply.errors)];
  return { tone: 'warning', title: wordsOf(asker.locale).fixThese, sections: [{ list: texts }] };
}
