import type { SlackSimulator } from '../simulator.ts';
import type { LoggedRequest, Violation } from '../state/journal.ts';
import type { Failure } from '../web-api/failures.ts';
import { Person } from './person.ts';
import { type UntilOptions, until } from './until.ts';

/** The whole workspace in a test's hands. */
export class Control {
  readonly #simulator: SlackSimulator;

  constructor(simulator: SlackSimulator) {
    this.#simulator = simulator;
  }

  person(id: string): Person {
    return new Person(this.#simulator, id);
  }

  /** Everything invalid that the app ever did. A good run ends with none. */
  get violations(): readonly Violation[] {
    return this.#simulator.journal.violations;
  }

  get requests(): readonly LoggedRequest[] {
    return this.#simulator.journal.requests;
  }

  /** Resolves with the first truthy answer, asked anew at every change. Never sleeps. */
  until<T>(probe: () => T, options?: UntilOptions): Promise<NonNullable<T>> {
    return until(this.#simulator.workspace, probe, options);
  }

  /** Resolves when nothing is on its way to the app any more. What the app does afterwards is not waited for. */
  settled(): Promise<void> {
    return this.#simulator.outbound.settled();
  }

  /** The next `times` calls of a method (`*`: any) fail in this way. */
  failNext(method: string, failure: Failure, times = 1): void {
    this.#simulator.failures.plan(method, failure, times);
  }

  duplicateNext(): void {
    this.#simulator.outbound.disturbance.duplicate = true;
  }

  delayNext(ms: number): void {
    this.#simulator.outbound.disturbance.delayMs = ms;
  }

  /** Open Socket Mode connections. */
  get connections(): number {
    return this.#simulator.sockets.connections;
  }

  /** Breaks every Socket Mode connection. */
  dropSockets(): void {
    this.#simulator.sockets.drop();
  }

  /** Asks the app to reconnect, as Slack does every few hours. */
  refreshSockets(): void {
    this.#simulator.sockets.refresh();
  }
}
