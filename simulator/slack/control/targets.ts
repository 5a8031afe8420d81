import { NotPossible } from '../../common/not-possible.ts';
import type { Core } from '../core.ts';
import type { SurfaceRef } from '../outbound/interactions/surface.ts';
import { blocksOf, type Surface } from '../outbound/interactions/surface.ts';
import { conversationsOf } from '../state/conversations.ts';
import { labelOf, type PlacedElement, placedElements } from '../state/modals/elements.ts';
import { topView } from '../state/modals/views.ts';

/** How a test names an element: any of these, all that are given must fit. */
export interface Target {
  /** The words on a button, or the label or placeholder of a menu. */
  readonly text?: string;
  readonly actionId?: string;
  readonly blockId?: string;
  readonly value?: string;
  /** Only in this message or conversation. */
  readonly ts?: string;
  readonly channel?: string;
  /** Only on the home tab. */
  readonly on?: 'home';
}

/** An element and the surface on which it was found; a click needs both. */
export interface Found {
  readonly on: SurfaceRef;
  readonly placed: PlacedElement;
}

/** The first that fits, in the order in which a person would look. Throws with everything that could be operated. */
export function findTarget(core: Core, user: string, target: Target): Found {
  const candidates = reachable(core, user, target);
  const found = candidates.find(({ placed }) => fits(placed, target));
  if (found) return found;
  const there = candidates.map(({ placed }) => `"${labelOf(placed)}" (${placed.actionId})`).join(', ');
  throw new NotPossible(
    'element_not_found',
    `${user} sees nothing that fits ${JSON.stringify(target)}; there are: ${there || 'no elements'}`,
  );
}

export const offersTarget = (core: Core, user: string, target: Target): boolean =>
  reachable(core, user, target).some(({ placed }) => fits(placed, target));

/** Everything that this person can operate: the modal in front, else messages, newest first, and the home tab. */
function reachable(core: Core, user: string, { ts, channel, on }: Target = {}): Found[] {
  const { workspace } = core;
  const home = workspace.state.homes[user];
  const onHome = home ? placedOn({ viewId: home.id }, { kind: 'view', view: home }) : [];
  if (on === 'home') return onHome;
  const modal = topView(workspace, user);
  const narrowed = ts !== undefined || channel !== undefined;
  if (modal && !narrowed) return placedOn({ viewId: modal.id }, { kind: 'view', view: modal });
  const messages = messagesOf(core, user)
    .filter((one) => (ts ?? one.ts) === one.ts && (channel ?? one.channel) === one.channel)
    .flatMap((message) =>
      placedOn({ channel: message.channel, ts: message.ts }, { kind: 'message', message }),
    );
  return narrowed ? messages : [...messages, ...onHome];
}

function messagesOf({ workspace }: Core, user: string) {
  const ids = conversationsOf(workspace, user).map((one) => one.id);
  const posted = ids.flatMap((id) => workspace.state.messages[id] ?? []);
  const own = workspace.state.ephemerals.filter((one) => one.to === user);
  return [...posted, ...own].sort((a, b) => (a.ts < b.ts ? 1 : -1));
}

function placedOn(on: SurfaceRef, surface: Surface): Found[] {
  return placedElements(blocksOf(surface)).map((placed) => ({ on, placed }));
}

function fits(placed: PlacedElement, { text, actionId, blockId, value }: Target): boolean {
  return (
    (text === undefined || labelOf(placed) === text) &&
    (actionId === undefined || placed.actionId === actionId) &&
    (blockId === undefined || placed.blockId === blockId) &&
    (value === undefined || placed.element.value === value)
  );
}
