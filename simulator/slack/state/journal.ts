import type { Json, JsonObject } from '../json.ts';
import type { Workspace } from './workspace.ts';

/** Something that Slack refuses, or would show as an error, and that the app did. */
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

/** Errors that only say how the world is: an app that meets them did nothing wrong. */
const CIRCUMSTANCE = new Set(['ratelimited', 'internal_error', 'service_unavailable', 'fatal_error']);

/** What went over the wire, and all that was wrong with it. */
export class Journal {
  readonly violations: Violation[] = [];
  readonly requests: LoggedRequest[] = [];
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  violation(where: string, code: string, details: readonly string[] = []): void {
    if (CIRCUMSTANCE.has(code)) return;
    this.violations.push({ at: this.#now(), code, where, details });
    this.#workspace.changed('journal');
  }

  request(direction: LoggedRequest['direction'], name: string, body: JsonObject | Json): LoggedRequest {
    const entry: LoggedRequest = { at: this.#now(), direction, name, body };
    this.requests.push(entry);
    if (this.requests.length > 5_000) this.requests.shift();
    return entry;
  }

  /** Slack speaking to one person. */
  notice(user: string, code: string, text: string): void {
    this.#workspace.state.notices.push({ at: this.#now(), user, code, text });
    this.#workspace.changed('notices');
  }

  #now(): string {
    return this.#workspace.clock.now().toISOString();
  }
}
