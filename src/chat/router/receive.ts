import { isRefused } from '../../result.ts';
import { resolveHandle } from '../handles.ts';
import type { Incoming } from '../incoming.ts';
import { type Kept, keep, keepWithHandle, requestIdOf } from '../requests/keep.ts';
import { emptied, secretIn } from '../requests/secret.ts';
import { storable } from '../requests/storable.ts';
import type { ConversationDeps } from './deps.ts';
import { parse } from './route.ts';
import type { AcceptedTicket, Ticket } from './ticket.ts';

/** Keeps what will change something, so that the platform may be told that it arrived. Never throws. */
export async function receive(deps: ConversationDeps, arrived: Incoming): Promise<Ticket> {
  const incoming = storable(arrived);
  const requestId = requestIdOf(incoming);
  const secret = secretIn(incoming);
  if (secret) return { kind: 'withheld', requestId, incoming: emptied(incoming), fields: secret.fields };
  try {
    return await accept(deps, incoming, requestId);
  } catch (error) {
    deps.app.log.error({ err: error, requestId, kind: incoming.kind }, 'a request could not be kept');
    return { kind: 'lost', requestId, incoming };
  }
}

async function accept(deps: ConversationDeps, incoming: Incoming, requestId: string): Promise<Ticket> {
  if (incoming.kind === 'click' || incoming.kind === 'form') {
    const found = await keepWithHandle(deps.app, {
      incoming,
      handle: incoming.handle,
      keptActions: keptActions(deps, incoming),
    });
    return ticket({ requestId, incoming, handle: found?.spec ?? null }, found?.kept ?? 'not-needed');
  }
  const kept = changes(deps, incoming) ? await keep(deps.app, incoming) : 'not-needed';
  return ticket({ requestId, incoming, handle: null }, kept);
}

type Request = Pick<AcceptedTicket, 'requestId' | 'incoming' | 'handle'>;

function ticket(request: Request, kept: Kept): Ticket {
  if (kept === 'replayed') return { kind: 'replayed', requestId: request.requestId };
  return { kind: 'accepted', ...request, kept: kept === 'stored' };
}

function keptActions({ registry }: ConversationDeps, incoming: Incoming): readonly string[] | 'all' {
  if (incoming.kind !== 'form') return registry.changingActions;
  if (incoming.move === 'keep') return Object.keys(incoming.values).length === 0 ? [] : 'all';
  return registry.form(incoming.form)?.effect === 'read' ? [] : 'all';
}

function changes({ registry }: ConversationDeps, incoming: Incoming): boolean {
  if (incoming.kind !== 'command' && incoming.kind !== 'command-options') return false;
  const call = parse(registry, incoming);
  return !isRefused(call) && call.ok.command.effect === 'change';
}

/** The ticket of a request that was kept by an earlier process. */
export async function ticketAgain(deps: ConversationDeps, incoming: Incoming): Promise<AcceptedTicket> {
  const handle =
    incoming.kind === 'click' || incoming.kind === 'form'
      ? await resolveHandle(deps.app, incoming.handle)
      : null;
  return { kind: 'accepted', requestId: requestIdOf(incoming), incoming, handle, kept: true };
}
