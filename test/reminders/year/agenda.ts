const MINUTE_MS = 60_000;

/** What happens at which minute, in three turns: people and the clock act, rungs come due, desks are looked at. */
export const TURNS = ['act', 'spread', 'desk'] as const;
export type Turn = (typeof TURNS)[number];

/** Time that passes from one thing to the next. */
export class Agenda {
  now: Date;
  readonly #minutes = new Map<number, Map<Turn, (() => void)[]>>();

  constructor(start: Date) {
    this.now = start;
  }

  /** In the minute of that instant, or in the present one if it is over: a round comes every minute. */
  at(instant: Date, turn: Turn, deed: () => void): void {
    const minute = Math.ceil(Math.max(instant.getTime(), this.now.getTime()) / MINUTE_MS);
    const turns = this.#minutes.get(minute) ?? new Map<Turn, (() => void)[]>();
    this.#minutes.set(minute, turns);
    turns.set(turn, [...(turns.get(turn) ?? []), deed]);
  }

  runUntil(end: Date): void {
    for (
      let minute = Math.ceil(this.now.getTime() / MINUTE_MS);
      minute * MINUTE_MS <= end.getTime();
      minute += 1
    ) {
      const turns = this.#minutes.get(minute);
      if (!turns) continue;
      this.now = new Date(minute * MINUTE_MS);
      // A deed may put something off to the same minute.
      while (TURNS.some((turn) => this.#oneTurn(turns, turn)));
      this.#minutes.delete(minute);
    }
  }

  #oneTurn(turns: Map<Turn, (() => void)[]>, turn: Turn): boolean {
    const deeds = turns.get(turn) ?? [];
    turns.delete(turn);
    for (const deed of deeds) deed();
    return deeds.length > 0;
  }
}
