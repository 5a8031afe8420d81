import type { LoggedRequest, Violation } from '../../common/journal.ts';
import { type UntilOptions, until } from '../../common/until.ts';
import type { Failure } from '../rest/failures/failures.ts';
import type { DiscordSimulator } from '../simulator.ts';
import type { Snapshot } from '../state/model.ts';
import { Circumstances } from './circumstances.ts';
import { Person } from './person.ts';

/** All of Discord in a test's hands. */
export class Control {
  /** How the world is: blocked messages, deleted channels, missing permissions. */
  readonly circumstances: Circumstances;
  readonly #simulator: DiscordSimulator;

  constructor(simulator: DiscordSimulator) {
    this.#simulator = simulator;
    this.circumstances = new Circumstances(simulator);
  }

  person(id: string): Person {
    return new Person(this.#simulator, id);
  }

  /** Everything invalid that the app ever did. A good run ends with none. */
  get violations(): readonly Violation[] {
    return this.#simulator.journal.violations;
  }

  /** What went over the wire, both ways, oldest first. */
  get requests(): readonly LoggedRequest[] {
    return this.#simulator.journal.requests;
  }

  /** Sessions that are connected to the gateway. */
  get connections(): number {
    return this.#simulator.gateway.connected.length;
  }

  /** Resolves with the first truthy answer, asked anew at every change. Never sleeps. */
  until<T>(probe: () => T, options?: UntilOptions): Promise<NonNullable<T>> {
    return until(this.#simulator.servers, probe, options);
  }

  /** Resolves when no interaction waits for its acknowledgement. What the app does afterwards is not waited for. */
  settled(): Promise<void> {
    return this.#simulator.outbound.settled();
  }

  /** The app's calls of one route, by its name in `rest/routes`. */
  calls(route: string): readonly LoggedRequest[] {
    return this.requests.filter((one) => one.direction === 'from-app' && one.name === route);
  }

  /** The next `times` calls of a route (`*`: any) fail in this way. */
  failNext(route: string, failure: Failure, times = 1): void {
    this.#simulator.failures.plan(route, failure, times);
  }

  clearFailures(): void {
    this.#simulator.failures.clear();
  }

  /** The next interaction reaches the app twice, at the same moment. */
  duplicateNext(): void {
    this.#simulator.outbound.disturbance.duplicate = true;
  }

  /** The next interaction reaches the app this many real milliseconds late; patience runs meanwhile. */
  delayNext(ms: number): void {
    this.#simulator.outbound.disturbance.delayMs = ms;
  }

  /** From now on Discord waits this many real milliseconds for an acknowledgement, instead of its 3 seconds. */
  patience(ms: number): void {
    this.#simulator.servers.timing.ackMs = ms;
  }

  /** Breaks every gateway connection without a word. The sessions can be resumed. */
  dropGateway(): void {
    this.#simulator.gateway.drop();
  }

  /** Asks every session to reconnect and resume, as Discord does every few hours. */
  reconnectGateway(): void {
    this.#simulator.gateway.reconnect();
  }

  /** Tells every session that it is invalid: to be resumed, or to be begun anew. */
  invalidateSessions({ resumable }: { readonly resumable: boolean }): void {
    this.#simulator.gateway.invalidate(resumable);
  }

  /** Gateway connections stay open, and nothing comes through them any more, heartbeats' answers included. */
  deafenGateway(): void {
    this.#simulator.gateway.deafen();
  }

  snapshot(): Snapshot {
    return this.#simulator.snapshot();
  }
}
