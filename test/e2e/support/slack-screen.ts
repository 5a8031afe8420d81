import type { Control } from '../../../simulator/slack/control/control.ts';
import type { Person } from '../../../simulator/slack/control/person.ts';
import type { FieldValues } from '../../../src/reports/fields/field-values.ts';
import type { FormPage } from '../../../src/reports/fields/page.ts';
import { type Entries, firstLabel, onPage, PATIENCE, type Screen } from './screen.ts';

export class SlackScreen implements Screen {
  readonly person: Person;
  readonly #control: Control;

  constructor(control: Control, person: Person) {
    this.#control = control;
    this.person = person;
  }

  async command(line: string): Promise<void> {
    await this.person.command(line);
  }

  /** Slack's own client asks before a click counts; the stand-in's people always agree. */
  async press(label: string): Promise<void> {
    await this.#until(() => this.offers(label), `sees the button "${label}"`);
    await this.person.click({ text: label });
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

  async send(entries: Entries): Promise<void> {
    this.person.fill(entries);
    await this.person.submit();
  }

  async walk(pages: readonly FormPage[], values: FieldValues, extras: Entries = {}): Promise<void> {
    for (const [index, page] of pages.entries()) {
      await this.form(firstLabel(page));
      await this.send({ ...onPage(page, values), ...(index === pages.length - 1 ? extras : {}) });
    }
  }

  leave(): Promise<void> {
    return this.person.close({ all: true });
  }

  upload(name: string, bytes: Uint8Array): string {
    return this.person.upload(name, bytes);
  }

  async handIn(file: string, words: string): Promise<void> {
    const card = () => this.person.finds(words, this.person.direct);
    await this.#until(card, `has a card with "${words}"`);
    this.person.say('', { threadTs: card()?.ts ?? '', files: [file] });
  }

  async #until(probe: () => unknown, expected: string): Promise<void> {
    const what = () => `${this.person.id} ${expected}: ${this.person.sees().slice(-1_500)}`;
    await this.#control.until(probe, { ...PATIENCE, what });
  }
}
