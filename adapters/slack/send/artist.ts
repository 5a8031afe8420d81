import type { HomeView } from '@slack/types';
import type { IssuedCard } from '../../../src/chat/card.ts';
import { localeOf } from '../../shared/locale.ts';
import type { AdapterLog } from '../../shared/log.ts';
import type { Drawing } from '../draw/cards/card.ts';
import { drawHome } from '../draw/cards/home.ts';
import { type DrawnMessage, drawCard, drawCards } from '../draw/cards/message.ts';
import type { SlackFiles } from './files.ts';

/** Draws cards, images included: these have to be with Slack before a block can name them. */
export class Artist {
  readonly #files: SlackFiles;
  readonly #log: AdapterLog;

  constructor(files: SlackFiles, log: AdapterLog) {
    this.#files = files;
    this.#log = log;
  }

  async card(card: IssuedCard, locale: string | undefined): Promise<DrawnMessage> {
    return drawCard(card, await this.#drawing(card, locale));
  }

  /** Several cards; their images are left to their alt texts, since a list is read and not looked at. */
  async cards(cards: readonly IssuedCard[], locale: string | undefined): Promise<readonly DrawnMessage[]> {
    const [only] = cards;
    if (only && cards.length === 1) return [await this.card(only, locale)];
    return drawCards(cards, { locale: localeOf(locale) });
  }

  home(cards: readonly IssuedCard[], locale: string | undefined): HomeView {
    return drawHome(cards, { locale: localeOf(locale) });
  }

  async #drawing({ image }: IssuedCard, tag: string | undefined): Promise<Drawing> {
    const locale = localeOf(tag);
    if (!image) return { locale };
    try {
      return { locale, imageFile: await this.#files.keepImage(image) };
    } catch (error) {
      // The alt text says the same; a card without its picture is better than no card.
      this.#log.warn({ err: error }, 'Slack did not take an image; its alt text is shown');
      return { locale };
    }
  }
}
