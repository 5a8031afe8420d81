import type { Journal } from '../../../common/journal.ts';
import type { Workspace } from '../../state/workspace.ts';
import type { Delivery, Outcome, Transport } from './delivery.ts';

/** Disturbances that a test or a visitor of the page asked for; each is used up by the next command or interaction. */
export interface Disturbance {
  duplicate: boolean;
  delayMs: number;
}

/** Everything that Slack sends to the app goes through here, is logged, and may be disturbed. */
export class Outbound {
  readonly disturbance: Disturbance = { duplicate: false, delayMs: 0 };
  readonly #workspace: Workspace;
  readonly #journal: Journal;
  readonly #transport: () => Transport;
  readonly #pending = new Set<Promise<unknown>>();

  constructor(workspace: Workspace, journal: Journal, transport: () => Transport) {
    this.#workspace = workspace;
    this.#journal = journal;
    this.#transport = transport;
  }

  async deliver(delivery: Delivery): Promise<Outcome> {
    const { duplicate, delayMs } = this.#disturbanceOf(delivery);
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    const sends = duplicate ? [delivery, delivery] : [delivery];
    const [first] = await Promise.all(sends.map((copy) => this.#track(this.#sendOnce(copy))));
    return first ?? { acked: false, error: 'dispatch_failed' };
  }

  /** Resolves when nothing is on its way to the app. */
  async settled(): Promise<void> {
    while (this.#pending.size > 0) await Promise.allSettled([...this.#pending]);
  }

  // Events come unasked at any moment; a disturbance is meant for what a person does next.
  #disturbanceOf({ kind }: Delivery): Disturbance {
    if (kind === 'events_api') return { duplicate: false, delayMs: 0 };
    const ordered = { ...this.disturbance };
    Object.assign(this.disturbance, { duplicate: false, delayMs: 0 });
    return ordered;
  }

  async #sendOnce(delivery: Delivery): Promise<Outcome> {
    const entry = this.#journal.request('to-app', nameOf(delivery), delivery.payload);
    const outcome = await this.#transport().deliver(delivery);
    entry.answer = outcome.acked ? (outcome.body ?? null) : { error: outcome.error };
    // Nobody there is a circumstance; no answer in time, or a wrong one, is the app's doing.
    if (!outcome.acked && (outcome.error === 'operation_timeout' || outcome.status !== undefined)) {
      this.#journal.violation(
        nameOf(delivery),
        outcome.error,
        outcome.status ? [`HTTP ${outcome.status}`] : [],
      );
    }
    this.#workspace.changed('journal');
    return outcome;
  }

  #track<T>(work: Promise<T>): Promise<T> {
    this.#pending.add(work);
    return work.finally(() => this.#pending.delete(work));
  }
}

function nameOf({ kind, payload }: Delivery): string {
  if (kind === 'slash_commands') return `command ${String(payload.command)}`;
  if (kind === 'interactive') return String(payload.type);
  const event = payload.event;
  const type = typeof event === 'object' && event && 'type' in event ? event.type : payload.type;
  return `event ${String(type)}`;
}
