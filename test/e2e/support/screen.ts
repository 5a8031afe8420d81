import { createTranslators } from '../../../src/chat/messages/translators.ts';
import type { FieldValues } from '../../../src/reports/fields/field-values.ts';
import type { FormPage } from '../../../src/reports/fields/page.ts';

export const { en, zh } = createTranslators();

/** Real time that somebody waits for what they expect to see. */
export const PATIENCE = { timeoutMs: 20_000 };

/** What is entered into an input: text, an option's value, several, or the ids of uploaded files. */
export type Entry = string | readonly string[];
export type Entries = Readonly<Record<string, Entry>>;

/** What a person does at their screen, on whichever platform, waiting for what they need to see first. */
export interface Screen {
  /** In the conversation with the app. */
  command(line: string): Promise<void>;
  /** Presses the newest button with these words as soon as it is there, and says yes where that is asked. */
  press(label: string): Promise<void>;
  offers(label: string): boolean;
  sees(words: string): Promise<void>;
  /** Waits for an open form that shows these words. */
  form(words: string): Promise<void>;
  /** Fills the inputs of the open form by their labels and sends it. */
  send(entries: Entries): Promise<void>;
  /** Walks a report's form: on each page whatever of the values belongs there; `extras` on the last one. */
  walk(pages: readonly FormPage[], values: FieldValues, extras?: Entries): Promise<void>;
  /** Leaves open forms. */
  leave(): Promise<void>;
  /** Keeps a file ready for an input. */
  upload(name: string, bytes: Uint8Array): string;
  /** Uploads a file under the newest card that has these words. */
  handIn(file: string, words: string): Promise<void>;
}

export function onPage({ fields }: FormPage, values: FieldValues): Entries {
  const typed = fields.flatMap(({ name, kind, label, messageData }): [string, Entry][] => {
    const value = values[name];
    if (value === undefined || kind === 'file') return [];
    return [[en(label, messageData), typeof value === 'string' ? value : [...value]]];
  });
  return Object.fromEntries(typed);
}

export const firstLabel = ({ fields }: FormPage): string => {
  const [first] = fields;
  return first ? en(first.label, first.messageData) : '';
};
