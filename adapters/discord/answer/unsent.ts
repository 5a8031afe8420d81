import type { Incoming, IncomingOf } from '../../../src/chat/incoming.ts';

const MOST = 500;

/**
 * Pages that came while the record was out of reach. Discord closes a form when it is sent, so that nothing but this
 * process has what was typed; it keeps the latest for its owner to send again.
 */
export class Unsent {
  readonly #pages = new Map<string, IncomingOf<'form'>>();

  /** The name under which it is found again. */
  keep(incoming: Incoming): string {
    const name = incoming.place.token.interaction ?? incoming.key;
    if (incoming.kind !== 'form') return name;
    this.#pages.set(name, incoming);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > MOST && oldest !== undefined) this.#pages.delete(oldest);
    return name;
  }

  /** Undefined: this process has it no more, or somebody else typed it. */
  take(name: string, userId: string): IncomingOf<'form'> | undefined {
    const page = this.#pages.get(name);
    return page?.account.userId === userId ? page : undefined;
  }
}
