import type { JsonObject } from '../../../common/json.ts';
import { NotPossible } from '../../../common/not-possible.ts';
import type { Core } from '../../core.ts';
import { issueTrigger } from '../../state/issued/triggers.ts';
import { type PlacedElement, placedElements } from '../../state/modals/elements.ts';
import { holdsState, initialRaw, type Raw, stateValue } from '../../state/modals/entered.ts';
import { currentValues, type Values } from '../../state/modals/modal-values.ts';
import type { EphemeralMessage, Message, View } from '../../state/model.ts';
import { messageObject, viewObject } from '../../web-api/objects.ts';
import { ackMessage } from '../responses/respond.ts';
import type { Outcome } from '../transport/delivery.ts';
import { interactionFields, responseUrl } from './payload.ts';
import {
  blocksOf,
  type ElementRef,
  elementOn,
  type Surface,
  type SurfaceRef,
  surfaceFor,
} from './surface.ts';

/** Who operated which element, and where it stands. */
export interface Operated extends ElementRef {
  readonly user: string;
  readonly on: SurfaceRef;
  /** For menus and pickers: what was chosen. Left out for buttons. */
  readonly raw?: Raw | undefined;
}

/**
 * Somebody clicks a button or chooses in a menu. Resolves when the app has acknowledged or failed to.
 * https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
 */
export async function operate(core: Core, operated: Operated): Promise<Outcome> {
  const { user, on } = operated;
  const surface = surfaceFor(core, user, on);
  const placed = elementOn(surface, operated);
  refuseSilent(core, placed);
  const value = chosenValue(core, placed, operated.raw);
  if (surface.kind === 'view') enter(core, surface.view, { placed, value });
  const payload = blockActionsPayload(core, { user, surface, placed, value });
  const outcome = await core.outbound.deliver({ kind: 'interactive', payload });
  if (!outcome.acked) core.journal.notice(user, outcome.error, 'Sorry, that did not work. Try again?');
  else if (ackMessage(outcome.body)) core.journal.violation('block_actions', 'ack_body_ignored');
  return outcome;
}

function refuseSilent({ workspace }: Core, { block, actionId }: PlacedElement): void {
  if (workspace.options.manifest.settings?.interactivity?.is_enabled !== true) {
    throw new NotPossible('interactivity_disabled', 'the manifest does not enable interactivity');
  }
  if (block.type === 'input' && block.dispatch_action !== true) {
    throw new NotPossible(
      'no_dispatch',
      `${actionId} only tells the app when its form is submitted; fill it in instead`,
    );
  }
}

function chosenValue(
  { workspace }: Core,
  { element, actionId }: PlacedElement,
  raw: Raw | undefined,
): JsonObject {
  if (raw === undefined && !holdsState(element)) return {};
  const value = stateValue(workspace, element, raw ?? initialRaw(element));
  if (value) return value;
  throw new NotPossible('value_not_possible', `${actionId} does not take ${JSON.stringify(raw)}`);
}

/** Remembers what stands in an input of a view. */
export function enter(
  { workspace }: Core,
  view: View,
  { placed, value }: { placed: PlacedElement; value: JsonObject },
): void {
  if (!holdsState(placed.element)) return;
  view.values[placed.blockId] = { ...view.values[placed.blockId], [placed.actionId]: value };
  delete view.errors[placed.blockId];
  workspace.changed(view.type === 'modal' ? 'modals' : 'homes');
}

interface Operation {
  readonly user: string;
  readonly surface: Surface;
  readonly placed: PlacedElement;
  readonly value: JsonObject;
}

function blockActionsPayload(core: Core, { user, surface, placed, value }: Operation): JsonObject {
  const shared = { type: 'block_actions', ...interactionFields(core, user) };
  const actions = [actionObject(core, placed, value)];
  if (surface.kind === 'view') return { ...shared, ...viewPart(core, surface.view, user), actions };
  return { ...shared, ...messagePart(core, surface.message, { user, placed, value }), actions };
}

function actionObject(
  { workspace }: Core,
  { element, blockId, actionId, type }: PlacedElement,
  value: JsonObject,
) {
  const shown = Object.fromEntries(
    ['text', 'value', 'style', 'url', 'placeholder', 'confirm'].flatMap((key) =>
      key in element ? [[key, element[key]]] : [],
    ),
  );
  return { ...shown, ...value, type, action_id: actionId, block_id: blockId, action_ts: workspace.nextTs() };
}

function viewPart(core: Core, view: View, user: string): JsonObject {
  const { workspace } = core;
  const values = currentValues(workspace, view);
  return {
    container: { type: 'view', view_id: view.id },
    trigger_id: issueTrigger(workspace, user, view.id),
    view: { ...viewObject(workspace, view), state: { values } },
  };
}

function messagePart(
  core: Core,
  message: Message | EphemeralMessage,
  { user, placed, value }: Omit<Operation, 'surface'>,
): JsonObject {
  const { workspace } = core;
  const { channel, ts: messageTs, threadTs } = message;
  const ephemeral = 'to' in message;
  const context = { user, channel, messageTs, ephemeral, ...(threadTs ? { threadTs } : {}) };
  const thread = threadTs ? { thread_ts: threadTs } : {};
  return {
    container: {
      type: 'message',
      message_ts: messageTs,
      channel_id: channel,
      is_ephemeral: ephemeral,
      ...thread,
    },
    trigger_id: issueTrigger(workspace, user),
    channel: { id: channel, name: workspace.state.conversations[channel]?.name ?? channel },
    // Slack does not keep ephemeral messages, so it cannot send one along.
    ...(ephemeral ? {} : { message: messageObject(workspace, message) }),
    state: { values: messageValues(core, message, { placed, value }) },
    response_url: responseUrl(core, context),
  };
}

function messageValues(
  { workspace }: Core,
  message: Message | EphemeralMessage,
  { placed, value }: { placed: PlacedElement; value: JsonObject },
): Values {
  const values: Values = {};
  for (const one of placedElements(blocksOf({ kind: 'message', message }))) {
    if (!holdsState(one.element)) continue;
    const same = one.actionId === placed.actionId && one.blockId === placed.blockId;
    const state = same ? value : stateValue(workspace, one.element, initialRaw(one.element));
    if (state) values[one.blockId] = { ...values[one.blockId], [one.actionId]: state };
  }
  return values;
}
