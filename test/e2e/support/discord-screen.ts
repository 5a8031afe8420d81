import type { Control } from '../../../simulator/discord/control/control.ts';
import type { Person } from '../../../simulator/discord/control/person.ts';
import type { FieldValues } from '../../../src/reports/fields/field-values.ts';
import type { FormPage } from '../../../src/reports/fields/page.ts';
import { enter, finishOf, onwardFrom, openPart, type PagePart, yesTo } from './discord-forms.ts';
import { type Entries, onPage, PATIENCE, type Screen } from './screen.ts';

export class DiscordScreen implements Screen {
  readonly person: Person;
  readonly #control: Control;

  constructor(control: Control, person: Person) {
    this.#control = control;
    this.person = person;
  }

  async command(line: string): Promise<void> {
    await this.person.command(line);
  }

  async press(label: string): Promise<void> {
    await this.#until(() => this.offers(label), `sees the button "${label}"`);
    await this.person.click({ text: label });
    const yes = yesTo(this.person);
    if (yes) await this.person.click({ customId: yes });
  }

  offers(label: string): boolean {
    return this.person.offers({ text: label });
  }

  async sees(words: string): Promise<void> {
    await this.#until(() => this.person.sees().includes(words), `sees "${words}"`);
  }

  async form(words: string): Promise<void> {
    await this.#until(() => this.person.modal()?.text.includes(words), `has a form with "${words}" open`);
  }

  /** A page comes in parts, and each further part stands behind a button; what nobody has to fill in is left out. */
  async send(entries: Entries): Promise<void> {
    const sent = this.#openPart();
    const left = enter(this.person, entries);
    await this.person.submit();
    if (sent.last) return;
    await this.#until(() => onwardFrom(this.person, sent), `may go on after ${sent.page}, part ${sent.part}`);
    const finish = finishOf(this.person, sent);
    if (finish && Object.keys(left).length === 0) {
      await this.person.click({ customId: finish });
      return;
    }
    await this.#onward(sent);
    await this.send(left);
  }

  async walk(pages: readonly FormPage[], values: FieldValues, extras: Entries = {}): Promise<void> {
    await this.#until(() => this.person.view(), 'has a form open');
    for (const [index, page] of pages.entries()) {
      const sent = this.#openPart();
      const isLast = index === pages.length - 1;
      await this.send({ ...onPage(page, values), ...(isLast ? extras : {}) });
      if (!isLast) await this.#onward(sent);
    }
  }

  async leave(): Promise<void> {
    await this.person.close();
  }

  upload(name: string, bytes: Uint8Array): string {
    return this.person.upload(name, bytes);
  }

  async handIn(file: string, words: string): Promise<void> {
    const card = () => this.person.finds(words, this.person.direct);
    await this.#until(card, `has a card with "${words}"`);
    this.person.say('', { replyTo: card()?.id ?? '', files: [file] });
  }

  #openPart(): PagePart {
    const part = openPart(this.person);
    if (!part) throw new Error(`${this.person.id} has no page of a form open`);
    return part;
  }

  /** Opens the part or page that follows the one that was sent, unless it opened by itself. */
  async #onward(sent: PagePart): Promise<void> {
    const button = () => onwardFrom(this.person, sent);
    const isOpen = () => this.person.view() !== undefined;
    await this.#until(() => isOpen() || button(), `may go on after ${sent.page}, part ${sent.part}`);
    if (isOpen()) return;
    await this.person.click({ customId: button() ?? '' });
    await this.#until(() => this.person.view(), 'has the next form open');
  }

  async #until(probe: () => unknown, expected: string): Promise<void> {
    const what = () => `${this.person.id} ${expected}: ${this.person.sees().slice(-1_500)}`;
    await this.#control.until(probe, { ...PATIENCE, what });
  }
}
