import { unpackId } from '../../../adapters/discord/custom-id.ts';
import { type JsonObject, objectsAt } from '../../../simulator/common/json.ts';
import type { Control } from '../../../simulator/discord/control/control.ts';
import type { Person } from '../../../simulator/discord/control/person.ts';
import { fieldsOf } from '../../../simulator/discord/state/modal-fields.ts';
import type { Message } from '../../../simulator/discord/state/model.ts';
import { placedIn } from '../../../simulator/discord/validation/walk.ts';
import type { FieldValues } from '../../../src/reports/fields/field-values.ts';
import type { FormPage } from '../../../src/reports/fields/page.ts';
import { type Entries, type Entry, onPage, PATIENCE, type Screen } from './screen.ts';

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

  /** A page comes in parts, and each further part stands behind a button. */
  async send(entries: Entries): Promise<void> {
    for (;;) {
      const sent = this.#openPart();
      await this.#sendPart(entries);
      if (sent.last) return;
      await this.#onward(sent);
    }
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
    const id = unpackId(this.person.view()?.customId ?? '');
    if (id?.kind !== 'part') throw new Error(`${this.person.id} has no page of a form open`);
    return id;
  }

  async #sendPart(entries: Entries): Promise<void> {
    const inputs = fieldsOf(this.person.view()?.components ?? []);
    const here = Object.entries(entries).flatMap(([label, entry]) => {
      const input = inputs.find((one) => isLabel(one.label, label) && takes(one.input, entry));
      return input ? [[input.customId, entry] as const] : [];
    });
    this.person.fill(Object.fromEntries(here));
    await this.person.submit();
  }

  /** Opens the part or page that follows the one that was sent. */
  async #onward({ page, part }: PagePart): Promise<void> {
    const follows = (id: PagePart) => id.page !== page || id.part > part;
    const button = () =>
      this.#button(this.person.messages().at(-1), (id) => id.kind === 'part' && follows(id));
    await this.#until(button, `may go on after ${page}, part ${part}`);
    await this.person.click({ customId: button() ?? '' });
    await this.#until(() => this.person.view(), 'has the next form open');
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

/** Discord shows 45 characters of a label, and a menu of 25 options says which of them it has. */
const isLabel = (shown: string, label: string): boolean =>
  shown.replace(/ \d+–\d+$/, '') === label ||
  (shown.endsWith('…') && label.startsWith(shown.slice(0, -1).trimEnd()));

function takes(input: JsonObject, entry: Entry): boolean {
  const options = objectsAt(input, 'options').map(({ value }) => value);
  return options.length === 0 || [entry].flat().some((value) => options.includes(value));
}
