import type { Json, JsonObject } from './json.ts';
import type { SimulatedClock } from './simulated-clock.ts';

/** Something that the platform refuses, or would show as an error, and that the app did. */
export interface Violation {
  readonly at: string;
  /** The error code that the app got, or the rule that was broken. */
  readonly code: string;
  /** The method, endpoint or interaction. */
  readonly where: string;
  readonly details: readonly string[];
}

/** One exchange over the wire, either way. Tokens are left out. */
export interface LoggedRequest {
  readonly at: string;
  readonly direction: 'from-app' | 'to-app';
  readonly name: string;
  readonly body: Json;
  answer?: Json;
  status?: number;
}

/** What the platform itself tells one person: a failed command, a warning sign beside a button. */
export interface Notice {
  readonly at: string;
  readonly user: string;
  readonly code: string;
  readonly text: string;
}

interface Memory {
  readonly clock: SimulatedClock;
  readonly state: { readonly notices: Notice[] };
  changed(change: 'journal' | 'notices'): void;
}

/** What went over the wire, and all that was wrong with it. */
export class Journal {
  readonly violations: Violation[] = [];
  readonly requests: LoggedRequest[] = [];
  readonly #memory: Memory;
  readonly #circumstances: ReadonlySet<string>;

  /** `circumstances`: codes that only say how the world is; an app that meets them did nothing wrong. */
  constructor(memory: Memory, circumstances: ReadonlySet<string>) {
    this.#memory = memory;
    this.#circumstances = circumstances;
  }

  violation(where: string, code: string, details: readonly string[] = []): void {
    if (this.#circumstances.has(code)) return;
    this.violations.push({ at: this.#now(), code, where, details });
    this.#memory.changed('journal');
  }

  request(direction: LoggedRequest['direction'], name: string, body: JsonObject | Json): LoggedRequest {
    const entry: LoggedRequest = { at: this.#now(), direction, name, body };
    this.requests.push(entry);
    if (this.requests.length > 5_000) this.requests.shift();
    return entry;
  }

  /** The platform speaking to one person. */
  notice(user: string, code: string, text: string): void {
    this.#memory.state.notices.push({ at: this.#now(), user, code, text });
    this.#memory.changed('notices');
  }

  #now(): string {
    return this.#memory.clock.now().toISOString();
  }
}
