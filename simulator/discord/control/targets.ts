import { type JsonObject, objectsAt, stringAt } from '../../common/json.ts';
import { NotPossible } from '../../common/not-possible.ts';
import type { Core } from '../core.ts';
import { channelsOf } from '../state/channels.ts';
import type { Message } from '../state/model.ts';
import { bySnowflake } from '../state/snowflake.ts';
import { COMPONENT, isSelect, placedIn } from '../validation/walk.ts';

/** How a test names a button or a menu: any of these, all that are given must fit. */
export interface Target {
  /** The words on a button, or the placeholder of a menu. */
  readonly text?: string;
  readonly customId?: string;
  /** Only on this message or in this channel. */
  readonly id?: string;
  readonly channel?: string;
}

export interface Found {
  readonly message: Message;
  readonly component: JsonObject;
}

/** The newest that fits. Throws with everything that could be operated. */
export function findTarget(core: Core, user: string, target: Target): Found {
  const candidates = reachable(core, user, target);
  const found = candidates.find(({ component }) => fits(component, target));
  if (found) return found;
  const there = candidates
    .map(({ component }) => `"${labelOf(component)}" (${String(component.custom_id)})`)
    .join(', ');
  throw new NotPossible(
    'element_not_found',
    `${user} sees nothing that fits ${JSON.stringify(target)}; there are: ${there || 'no components'}`,
  );
}

/** A disabled button is seen but cannot be pressed: it is not offered. */
export const offersTarget = (core: Core, user: string, target: Target): boolean =>
  reachable(core, user, target).some(
    ({ component }) => component.disabled !== true && fits(component, target),
  );

/** What this person sees in a channel, or in all of theirs, oldest first, private answers included. */
export function messagesSeen({ servers }: Core, user: string, channel?: string): Message[] {
  const ids = channelsOf(servers, user)
    .map((one) => one.id)
    .filter((id) => (channel ?? id) === id);
  const all = ids.flatMap((id) => servers.state.messages[id] ?? []);
  return all.filter((message) => (message.ephemeralTo ?? user) === user).sort(bySnowflake);
}

// A form in front keeps a person from everything behind it.
function reachable(core: Core, user: string, { id, channel }: Target): Found[] {
  if (core.servers.state.modals[user] && id === undefined && channel === undefined) return [];
  return messagesSeen(core, user, channel)
    .filter((message) => (id ?? message.id) === message.id)
    .reverse()
    .flatMap((message) => operable(message).map((component) => ({ message, component })));
}

function operable({ components }: Message): JsonObject[] {
  return placedIn(components)
    .map(({ component }) => component)
    .filter((one) => (one.type === COMPONENT.button || isSelect(one)) && one.custom_id !== undefined);
}

function labelOf(component: JsonObject): string {
  return stringAt(component, 'label') ?? stringAt(component, 'placeholder') ?? optionWords(component);
}

// A menu without a placeholder is known by its options.
function optionWords(component: JsonObject): string {
  return objectsAt(component, 'options')
    .map((option) => stringAt(option, 'label') ?? '')
    .join(', ');
}

function fits(component: JsonObject, { text, customId }: Target): boolean {
  return (
    (text === undefined || labelOf(component) === text) &&
    (customId === undefined || component.custom_id === customId)
  );
}
