import type { Control } from '../../../../simulator/discord/control/control.ts';
import type { Person } from '../../../../simulator/discord/control/person.ts';
import type { Raw } from '../../../../simulator/discord/interactions/entering.ts';
import { fieldsOf } from '../../../../simulator/discord/state/modal-fields.ts';

const PATIENCE = { timeoutMs: 20_000 };

/** The buttons that lead on in a form tell where to. */
const NEXT_PART = /^Continue: part/;
const NEXT_PAGE = / \d+\/\d+$/;

/** What a person does at their Discord, waiting for what they need to see first. */
export class DiscordScreen {
  readonly person: Person;
  readonly #control: Control;

  constructor(control: Control, id: string) {
    this.#control = control;
    this.person = control.person(id);
  }

  /** Presses the newest button with these words as soon as it is there, and says yes where it asks first. */
  async press(label: string): Promise<void> {
    await this.#until(() => this.person.offers({ text: label }), `the button "${label}"`);
    await this.person.click({ text: label });
  }

  async sees(words: string): Promise<void> {
    await this.#until(() => this.person.sees().includes(words), `"${words}"`);
  }

  async modal(): Promise<void> {
    await this.#until(() => this.person.modal(), 'an open form');
  }

  /** Fills what the open modal asks for of these values, by the names of the fields, and sends it. */
  async send(values: Readonly<Record<string, Raw>>): Promise<void> {
    const fields = fieldsOf(this.person.view()?.components ?? []);
    const fitting = fields.flatMap(({ customId }) => {
      const value = values[customId.replace(/^=/, '')];
      return value === undefined ? [] : [[customId, value] as const];
    });
    this.person.fill(Object.fromEntries(fitting));
    await this.person.submit();
  }

  /** Walks a form to its end, part by part and page by page, until these words stand there. */
  async walk(values: Readonly<Record<string, Raw>>, end: string): Promise<void> {
    for (;;) {
      await this.page(values);
      const way = this.#way(NEXT_PAGE);
      if (way === undefined) return this.sees(end);
      await this.person.click({ text: way });
    }
  }

  /** One page, part by part. */
  async page(values: Readonly<Record<string, Raw>>): Promise<void> {
    for (;;) {
      await this.modal();
      await this.send(values);
      await this.#until(() => this.person.modal() === undefined && !this.#isWaiting(), 'an answer');
      const way = this.#way(NEXT_PART);
      if (way === undefined) return;
      await this.person.click({ text: way });
    }
  }

  #isWaiting(): boolean {
    return this.person.sees().includes('is thinking...');
  }

  #way(words: RegExp): string | undefined {
    const labels = this.person
      .messages(this.person.direct)
      .flatMap(({ components }) => buttonsIn(components));
    return labels.findLast((label) => words.test(label));
  }

  async #until(probe: () => unknown, what: string): Promise<void> {
    await this.#control.until(probe, {
      ...PATIENCE,
      what: () => `${this.person.id} sees ${what}: ${this.person.sees().slice(-1_500)}`,
    });
  }
}

function buttonsIn(components: unknown): readonly string[] {
  if (Array.isArray(components)) return components.flatMap(buttonsIn);
  if (typeof components !== 'object' || components === null) return [];
  const label = 'label' in components && typeof components.label === 'string' ? [components.label] : [];
  return 'components' in components ? [...label, ...buttonsIn(components.components)] : label;
}
