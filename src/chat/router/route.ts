import { permitted } from '../../people/permissions.ts';
import { isRefused, type Result, refuse } from '../../result.ts';
import { type CommandCall, parseCall, parseLine } from '../commands/line.ts';
import type { Registry } from '../commands/registry.ts';
import type { Answer, Click, Command, Conversation, Known } from '../conversation.ts';
import type { IncomingOf } from '../incoming.ts';
import { holdClick } from '../requests/held-clicks/hold.ts';
import { heldCard, notLinkedCard, strayButtonCard } from './cards.ts';
import type { AcceptedTicket } from './ticket.ts';

export const isKnown = (talk: Conversation): talk is Known => talk.person !== null;

/** Brings a request to whoever answers it. Null: there is nothing to say. */
export async function route(
  registry: Registry,
  ticket: AcceptedTicket,
  talk: Conversation,
): Promise<Answer | null> {
  const { incoming } = ticket;
  if (incoming.kind === 'command' || incoming.kind === 'command-options') {
    return callOf(registry, incoming, talk);
  }
  if (incoming.kind === 'click') return click(registry, { ...ticket, incoming }, talk);
  if (!isKnown(talk)) return incoming.kind === 'message' ? null : notLinked(talk);
  switch (incoming.kind) {
    case 'form':
      return form(registry, { ...ticket, incoming }, talk);
    case 'home':
      return { kind: 'cards', cards: await registry.home(talk) };
    case 'message':
      return registry.message(talk, typedOf(incoming));
  }
}

const notLinked = (talk: Conversation): Answer => ({
  kind: 'card',
  card: notLinkedCard(talk.t, talk.account),
});

const worthHolding = ({ effect, opensForm }: Click): boolean => effect === 'change' || opensForm === true;

/** Whoever presses before they are known is offered the button again once they are. */
async function held(talk: Conversation, handleId: string): Promise<Answer> {
  await holdClick(talk.app, talk.account, handleId);
  return { kind: 'card', card: heldCard(talk.t, talk.account) };
}

const stray = (talk: Conversation): Answer => ({ kind: 'card', card: strayButtonCard(talk.t) });

type CommandIncoming = IncomingOf<'command' | 'command-options'>;

/** The command that was asked for; needs no record. */
export function parse(registry: Registry, incoming: CommandIncoming): Result<CommandCall> {
  return incoming.kind === 'command'
    ? parseLine(registry, incoming.area, incoming.text)
    : parseCall(registry, incoming, incoming.options);
}

async function callOf(registry: Registry, incoming: CommandIncoming, talk: Conversation): Promise<Answer> {
  const call = parse(registry, incoming);
  return isRefused(call) ? call : run(call.ok.command, call.ok.options, talk);
}

async function run(command: Command, options: CommandCall['options'], talk: Conversation): Promise<Answer> {
  if (command.who === 'anyone') return command.run(talk, options);
  if (!isKnown(talk)) return notLinked(talk);
  const permission = permitted(command.who, talk.person);
  if (permission.allowed) return command.run(talk, options);
  return refuse(permission.because, { rolesNeeded: permission.rolesNeeded });
}

type ClickTicket = AcceptedTicket & { readonly incoming: IncomingOf<'click'> };

async function click(
  registry: Registry,
  { handle, incoming }: ClickTicket,
  talk: Conversation,
): Promise<Answer> {
  const button = handle && registry.click(handle.action);
  if (handle && button?.who === 'anyone') return button.run(talk, handle);
  if (!isKnown(talk)) return button && worthHolding(button) ? held(talk, incoming.handle) : notLinked(talk);
  return handle && button ? button.run(talk, handle) : stray(talk);
}

type FormTicket = AcceptedTicket & { readonly incoming: IncomingOf<'form'> };

async function form(registry: Registry, { handle, incoming }: FormTicket, talk: Known): Promise<Answer> {
  const handler = registry.form(incoming.form);
  if (!handle || !handler) return stray(talk);
  const { page, values } = incoming;
  const move = incoming.move === 'back' ? 'back' : 'submit';
  return handler.run(talk, { page, target: handle, values, move });
}

function typedOf({ text, thread, files }: IncomingOf<'message'>) {
  return { text, ...(thread === undefined ? {} : { thread }), ...(files === undefined ? {} : { files }) };
}
