import type { IssuedCard } from '../../../src/chat/card.ts';
import type { Notes } from '../../../src/chat/notes.ts';
import { type Question, questionId, questionsOf } from '../draw/cards/question.ts';

const nameOf = (id: string): string => `question:${id}`;

/** What buttons ask before they count: kept under its own hash before the button is shown, in one statement at most. */
export class Questions {
  readonly #notes: Notes;
  readonly #kept = new Set<string>();

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  async keep(cards: readonly IssuedCard[]): Promise<void> {
    const fresh = questionsOf(cards).filter((question) => !this.#kept.has(questionId(question)));
    if (fresh.length === 0) return;
    const notes = fresh.map((question) => [nameOf(questionId(question)), JSON.stringify(question)] as const);
    await this.#notes.write(Object.fromEntries(notes));
    if (this.#kept.size > MOST_KNOWN) this.#kept.clear();
    for (const question of fresh) this.#kept.add(questionId(question));
  }

  /** Null: no button ever asked this. */
  async find(id: string): Promise<Question | null> {
    const noted = await this.#notes.read(nameOf(id));
    return noted === null ? null : JSON.parse(noted);
  }
}

const MOST_KNOWN = 20_000;
