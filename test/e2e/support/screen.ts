import type { Control } from '../../../simulator/slack/control/control.ts';
import type { Person } from '../../../simulator/slack/control/person.ts';
import type { Raw } from '../../../simulator/slack/state/modals/entered.ts';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import type { FieldValues } from '../../../src/reports/fields/field-values.ts';
import type { FormPage } from '../../../src/reports/fields/page.ts';

export const { en, zh } = createTranslators();

const PATIENCE = { timeoutMs: 20_000 };

/** What a person does at their screen, waiting for what they need to see first. */
export class Screen {
  readonly person: Person;
  readonly #control: Control;

  constructor(control: Control, person: Person) {
    this.#control = control;
    this.person = person;
  }

  /** Presses the newest button with these words as soon as it is there. */
  async press(label: string): Promise<void> {
    await this.#control.until(() => this.person.offers({ text: label }), {
      ...PATIENCE,
      what: () => `${this.person.id} sees the button "${label}": ${this.#latest()}`,
    });
    await this.person.click({ text: label });
  }

  async sees(words: string): Promise<void> {
    await this.#control.until(() => this.person.sees().includes(words), {
      ...PATIENCE,
      what: () => `${this.person.id} sees "${words}": ${this.#latest()}`,
    });
  }

  /** The open modal once it shows these words. */
  async form(words: string): Promise<void> {
    await this.#control.until(() => this.person.modal()?.text.includes(words), {
      ...PATIENCE,
      what: () => `${this.person.id} has a form with "${words}" open: ${this.#latest()}`,
    });
  }

  /** Fills the inputs of the open modal by their labels and sends it. */
  async send(values: Readonly<Record<string, Raw>>): Promise<void> {
    this.person.fill(values);
    await this.person.submit();
  }

  /** Walks a report's form: on each page whatever of the values belongs there. */
  async walk(
    pages: readonly FormPage[],
    values: FieldValues,
    extras: Readonly<Record<string, Raw>> = {},
  ): Promise<void> {
    for (const [index, page] of pages.entries()) {
      await this.form(firstLabel(page));
      await this.send({ ...onPage(page, values), ...(index === pages.length - 1 ? extras : {}) });
    }
  }

  /** The end of what is on the screen, for whoever reads a failed test. */
  #latest(): string {
    return this.person.sees().slice(-1_500);
  }
}

export function onPage({ fields }: FormPage, values: FieldValues): Readonly<Record<string, Raw>> {
  const typed = fields.flatMap(({ name, kind, label, messageData }): [string, Raw][] => {
    const value = values[name];
    if (value === undefined || kind === 'file') return [];
    return [[en(label, messageData), typeof value === 'string' ? value : [...value]]];
  });
  return Object.fromEntries(typed);
}

const firstLabel = ({ fields }: FormPage): string => {
  const [first] = fields;
  return first ? en(first.label, first.messageData) : '';
};
