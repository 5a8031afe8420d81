import { unpackId } from '../../../adapters/discord/custom-id.ts';
import type { Control } from '../../../simulator/discord/control/control.ts';
import type { Person } from '../../../simulator/discord/control/person.ts';
import { fieldsOf } from '../../../simulator/discord/state/modal-fields.ts';
import type { Message } from '../../../simulator/discord/state/model.ts';
import { placedIn } from '../../../simulator/discord/validation/walk.ts';
import type { FieldValues } from '../../../src/reports/fields/field-values.ts';
import type { FormPage } from '../../../src/reports/fields/page.ts';
import { type Entries, onPage, PATIENCE, type Screen } from './screen.ts';

/** A part of a page of a form, as the ids of forms and their buttons name it. */
type PagePart = Extract<ReturnType<typeof unpackId>, { kind: 'part' }>;

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
    const question = this.#button(this.person.messages().at(-1), ({ kind }) => kind === 'yes');
    if (question) await this.person.click({ customId: question });
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
    const modal = this.person.view();
    const inputs = fieldsOf(modal?.components ?? []);
    // A label has 45 characters on Discord; the whole of a longer one stands above the inputs.
    const here = Object.entries(entries).flatMap(([label, entry]) => {
      const input = inputs.find((one) => one.label === label || isCut(one.label, label));
      return input ? [[input.customId, entry] as const] : [];
    });
    this.person.fill(Object.fromEntries(here));
    await this.person.submit();
  }

  /** A page comes in parts, and each further part stands behind a button. */
  async walk(pages: readonly FormPage[], values: FieldValues, extras: Entries = {}): Promise<void> {
    const entries = Object.assign({}, ...pages.map((page) => onPage(page, values)), extras) as Entries;
    for (;;) {
      await this.#until(() => this.person.view(), 'has a form open');
      const sent = this.#openPart();
      await this.send(entries);
      if (sent.last && sent.page === pages.at(-1)?.id) return;
      await this.#until(() => this.#onward(sent), `may go on after ${sent.page}, part ${sent.part}`);
      await this.person.click({ customId: this.#onward(sent) ?? '' });
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
    const id = unpackId(this.person.view()?.customId ?? '');
    if (id?.kind !== 'part') throw new Error(`${this.person.id} has no page of a form open`);
    return id;
  }

  /** The button to what follows the part that was sent. */
  #onward({ page, part }: PagePart): string | undefined {
    const follows = (id: PagePart) => id.page !== page || id.part > part;
    return this.#button(this.person.messages().at(-1), (id) => id.kind === 'part' && follows(id));
  }

  #button(
    message: Message | undefined,
    fits: (id: NonNullable<ReturnType<typeof unpackId>>) => boolean,
  ): string | undefined {
    const ids = placedIn(message?.components ?? []).map(({ component }) => String(component.custom_id));
    return ids.find((packed) => {
      const id = unpackId(packed);
      return id !== null && fits(id);
    });
  }

  async #until(probe: () => unknown, expected: string): Promise<void> {
    const what = () => `${this.person.id} ${expected}: ${this.person.sees().slice(-1_500)}`;
    await this.#control.until(probe, { ...PATIENCE, what });
  }
}

const isCut = (shown: string, label: string): boolean =>
  shown.endsWith('…') && label.startsWith(shown.slice(0, -1).trimEnd());
