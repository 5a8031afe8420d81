import type { LoggedRequest, Violation } from '../../common/journal.ts';
import { NotPossible } from '../../common/not-possible.ts';
import { type UntilOptions, until } from '../../common/until.ts';
import type { Outcome } from '../outbound/transport/delivery.ts';
import type { SlackSimulator } from '../simulator.ts';
import type { Conversation, Snapshot } from '../state/model.ts';
import type { Failure } from '../web-api/failures/failures.ts';
import { type ForgedCommand, type Forgery, forge } from './forgery.ts';
import { Person } from './person.ts';

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

  /** What went over the wire, both ways, oldest first. */
  get requests(): readonly LoggedRequest[] {
    return this.#simulator.journal.requests;
  }

  /** Open Socket Mode connections. */
  get connections(): number {
    return this.#simulator.sockets.connections;
  }

  /** Resolves with the first truthy answer, asked anew at every change. Never sleeps. */
  until<T>(probe: () => T, options?: UntilOptions): Promise<NonNullable<T>> {
    return until(this.#simulator.workspace, probe, options);
  }

  /** Resolves when nothing is on its way to the app any more. What the app does afterwards is not waited for. */
  settled(): Promise<void> {
    return this.#simulator.outbound.settled();
  }

  /** How many times the app called a method. */
  calls(method: string): readonly LoggedRequest[] {
    return this.requests.filter((one) => one.direction === 'from-app' && one.name === method);
  }

  /** The next `times` calls of a method (`*`: any) fail in this way. */
  failNext(method: string, failure: Failure, times = 1): void {
    this.#simulator.failures.plan(method, failure, times);
  }

  clearFailures(): void {
    this.#simulator.failures.clear();
  }

  /** The next command or interaction reaches the app twice, at the same moment. */
  duplicateNext(): void {
    this.#simulator.outbound.disturbance.duplicate = true;
  }

  /** The next command or interaction leaves this many real milliseconds late. */
  delayNext(ms: number): void {
    this.#simulator.outbound.disturbance.delayMs = ms;
  }

  /** From now on Slack waits this many real milliseconds for an acknowledgement, instead of its 3 seconds. */
  patience(ms: number): void {
    this.#simulator.workspace.timing.ackMs = ms;
  }

  /** Sends a command that an app must refuse. Resolves with the HTTP status that it answers. */
  forge(kind: Forgery, command: ForgedCommand): Promise<number> {
    return forge({ core: this.#simulator, http: this.#simulator.http }, kind, command);
  }

  /** Asks the app's request URL to prove itself, as Slack does when it is configured. */
  verifyUrl(challenge = 'prove-it'): Promise<Outcome> {
    const payload = { type: 'url_verification', token: 'legacy-token', challenge };
    return this.#simulator.outbound.deliver({ kind: 'events_api', payload });
  }

  /** Breaks every Socket Mode connection. */
  dropSockets(): void {
    this.#simulator.sockets.drop();
  }

  /** Asks the app to reconnect, as Slack does every few hours. */
  refreshSockets(): void {
    this.#simulator.sockets.refresh();
  }

  archive(channel: string): void {
    this.#conversation(channel).archived = true;
  }

  join(channel: string, user: string): void {
    const conversation = this.#conversation(channel);
    if (!conversation.members.includes(user)) conversation.members.push(user);
    this.#simulator.workspace.changed('conversations');
  }

  leave(channel: string, user: string): void {
    const conversation = this.#conversation(channel);
    conversation.members = conversation.members.filter((member) => member !== user);
    this.#simulator.workspace.changed('conversations');
  }

  /** The person leaves the workspace: nobody can write to them any more. */
  deactivate(user: string): void {
    const found = this.#simulator.workspace.state.users[user];
    if (!found) throw new NotPossible('user_not_found', `there is nobody called ${user}`);
    found.deleted = true;
  }

  snapshot(): Snapshot {
    return this.#simulator.snapshot();
  }

  #conversation(id: string): Conversation {
    const found = this.#simulator.workspace.state.conversations[id];
    if (!found) throw new NotPossible('channel_not_found', `there is no conversation ${id}`);
    return found;
  }
}
