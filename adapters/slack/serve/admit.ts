import type { Incoming } from '../../../src/chat/incoming.ts';
import type { Ticket } from '../../../src/chat/router/ticket.ts';
import { within } from '../../shared/within.ts';
import type { Desk } from './desk.ts';

/** The same request came before. Over HTTP it is answered 401, since Slack repeats nothing but events. */
export class ReplayRefused extends Error {
  constructor(key: string) {
    super(`the request ${key} was here before`);
    this.name = 'ReplayRefused';
  }
}

export interface Arrival {
  readonly incoming: Incoming;
  /** Real milliseconds since the process started, as `timers.elapsed` had it. */
  readonly arrivedAt: number;
}

/**
 * Lets the core keep the request, then acknowledges it: in this order, so that nothing acknowledged is ever lost, and in
 * time even if the record takes longer. Throws `ReplayRefused` without acknowledging.
 */
export async function admit(desk: Desk, arrival: Arrival, ack: () => Promise<void>): Promise<Ticket> {
  const receiving = receive(desk, arrival);
  const left = desk.timing.judgeMs - (desk.timers.elapsed() - arrival.arrivedAt);
  const ticket = await within(desk.timers, left, receiving);
  if (ticket !== 'late') refuseReplay(desk, ticket, arrival);
  await acknowledge(desk, arrival, ack);
  return ticket === 'late' ? receiving : ticket;
}

/** The core's ticket; a request that this process has seen gets none. Throws `ReplayRefused`. */
export async function receive(desk: Desk, { incoming }: Arrival): Promise<Ticket> {
  if (!desk.recent.isNew(incoming.key)) return { kind: 'replayed', requestId: incoming.key };
  return desk.conversations.receive(incoming);
}

export function refuseReplay(desk: Desk, ticket: Ticket, { incoming }: Arrival): void {
  if (ticket.kind !== 'replayed') return;
  desk.metrics.refused('replayed');
  desk.log.warn({ requestId: ticket.requestId }, 'a request came twice; the second one is refused');
  throw new ReplayRefused(incoming.key);
}

export async function acknowledge(desk: Desk, arrival: Arrival, ack: () => Promise<void>): Promise<void> {
  await ack();
  desk.metrics.acknowledged(arrival.incoming.kind, (desk.timers.elapsed() - arrival.arrivedAt) / 1_000);
}
