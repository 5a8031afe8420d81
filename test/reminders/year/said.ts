/** One message that somebody got of one case, as a message of its own or as a line of a digest. */
export interface Said {
  readonly at: Date;
  /** The receiver's own. */
  readonly date: string;
  readonly receiver: string;
  readonly object: string;
  readonly stateSeq: number;
  readonly rung: string;
  readonly as: 'message' | 'digest';
}

/** Everything that was said, found by day and by item as the database's indexes find it. */
export class SaidLog {
  readonly all: Said[] = [];
  readonly #found = new Map<string, Said[]>();

  add(said: Said): void {
    this.all.push(said);
    for (const key of [`${said.receiver} ${said.date}`, `${said.receiver} ${said.object}`]) {
      const known = this.#found.get(key);
      if (known) known.push(said);
      else this.#found.set(key, [said]);
    }
  }

  /** On one of the receiver's dates, or of one item. */
  to(receiver: string, dateOrObject: string): readonly Said[] {
    return this.#found.get(`${receiver} ${dateOrObject}`) ?? [];
  }
}
