import { setTimeout as delay } from 'node:timers/promises';
import type { Journal } from '../../common/journal.ts';
import type { Json, JsonObject } from '../../common/json.ts';
import type { GatewayHub } from '../gateway/hub.ts';
import type { Interaction } from '../state/model.ts';
import type { Servers } from '../state/servers.ts';

/** What the app did with an interaction. `body` is its callback. */
export type Outcome =
  | { readonly acked: true; readonly body?: Json }
  | { readonly acked: false; readonly error: DeliveryError };

/** `operation_timeout`: no acknowledgement in time. `dispatch_failed`: no session was there to hear of it. */
export type DeliveryError = 'operation_timeout' | 'dispatch_failed';

/** Disturbances that a test or a visitor of the page asked for; each is used up by the next interaction. */
export interface Disturbance {
  duplicate: boolean;
  delayMs: number;
}

/** Interactions on their way to the app, and the acknowledgements that they wait for. */
export class Outbound {
  readonly disturbance: Disturbance = { duplicate: false, delayMs: 0 };
  readonly #servers: Servers;
  readonly #journal: Journal;
  readonly #gateway: GatewayHub;
  readonly #waiting = new Map<string, (outcome: Outcome) => void>();
  readonly #pending = new Set<Promise<unknown>>();

  constructor(core: { servers: Servers; journal: Journal; gateway: GatewayHub }) {
    this.#servers = core.servers;
    this.#journal = core.journal;
    this.#gateway = core.gateway;
  }

  /** Resolves with the acknowledgement, or when there was none in time. */
  deliver(interaction: Interaction, payload: JsonObject): Promise<Outcome> {
    const work = this.#deliver(interaction, payload);
    this.#pending.add(work);
    return work.finally(() => this.#pending.delete(work));
  }

  acknowledge({ token }: Interaction, body: Json): void {
    this.#waiting.get(token)?.({ acked: true, body });
  }

  /** Nobody is waited for any longer. */
  stop(): void {
    for (const settle of [...this.#waiting.values()]) settle({ acked: false, error: 'dispatch_failed' });
  }

  /** Resolves when no interaction waits for its acknowledgement. */
  async settled(): Promise<void> {
    while (this.#pending.size > 0) await Promise.allSettled([...this.#pending]);
  }

  async #deliver(interaction: Interaction, payload: JsonObject): Promise<Outcome> {
    const { duplicate, delayMs } = { ...this.disturbance };
    Object.assign(this.disturbance, { duplicate: false, delayMs: 0 });
    const entry = this.#journal.request('to-app', `${interaction.kind} ${interaction.name}`, payload);
    // Patience runs from the moment at which the person acted: what comes late is answered too late.
    const acknowledged = this.#acknowledgement(interaction, { blamed: delayMs === 0 });
    if (delayMs > 0) await delay(delayMs);
    const event = { t: 'INTERACTION_CREATE', d: payload, guildId: interaction.guildId };
    const told = this.#gateway.emit(event);
    if (duplicate) {
      interaction.duplicated = true;
      this.#gateway.emit(event);
    }
    // Nobody there is a circumstance; no acknowledgement in time is the app's doing.
    if (told === 0) this.#fail(interaction, 'dispatch_failed');
    const outcome = await acknowledged;
    entry.answer = outcome.acked ? (outcome.body ?? null) : { error: outcome.error };
    this.#servers.changed('journal');
    return outcome;
  }

  #acknowledgement(interaction: Interaction, { blamed }: { readonly blamed: boolean }): Promise<Outcome> {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const timer = setTimeout(() => {
      if (blamed) this.#journal.violation(`${interaction.kind} ${interaction.name}`, 'operation_timeout');
      this.#fail(interaction, 'operation_timeout');
    }, this.#servers.timing.ackMs);
    this.#waiting.set(interaction.token, (outcome) => {
      clearTimeout(timer);
      this.#waiting.delete(interaction.token);
      resolve(outcome);
    });
    return promise;
  }

  #fail(interaction: Interaction, error: DeliveryError): void {
    interaction.failed = true;
    this.#waiting.get(interaction.token)?.({ acked: false, error });
  }
}
