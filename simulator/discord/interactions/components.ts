import type { JsonObject } from '../../common/json.ts';
import { NotPossible } from '../../common/not-possible.ts';
import type { Core } from '../core.ts';
import { messageObject } from '../objects/message.ts';
import { findMessage } from '../state/messages.ts';
import type { Message } from '../state/model.ts';
import { COMPONENT, isSelect, placedIn } from '../validation/walk.ts';
import { enteredFrom, type Raw } from './entering.ts';
import { tellFailure } from './failures.ts';
import type { Outcome } from './outbound.ts';
import { interactionPayload } from './payload.ts';
import { issueInteraction } from './tokens.ts';

/** A button pressed, or something chosen in a menu. */
export interface Operated {
  readonly userId: string;
  readonly channelId: string;
  readonly messageId: string;
  readonly customId: string;
  readonly raw?: Raw | undefined;
}

/** Resolves when the app has acknowledged, or did not in time. Throws when the person could not do this. */
export async function operate(core: Core, operated: Operated): Promise<Outcome> {
  const { servers } = core;
  const { userId, channelId, messageId, customId } = operated;
  const message = seenMessage(core, operated);
  const component = componentOf(message, customId);
  if (component.disabled === true) throw new NotPossible('disabled', `${customId} is disabled`);
  const data = { id: component.id, custom_id: customId, component_type: component.type };
  const values = chosenIn(core, component, operated.raw);
  const guildId = servers.state.channels[channelId]?.guildId;
  const interaction = issueInteraction(servers, {
    ...{ kind: 'component', name: customId, userId, channelId, messageId },
    ...(guildId ? { guildId } : {}),
  });
  const payload = interactionPayload(servers, interaction, {
    data: { ...data, ...(values ? { values } : {}) },
    message: messageObject(servers, message),
  });
  const outcome = await core.outbound.deliver(interaction, payload);
  if (!outcome.acked) tellFailure(core, interaction, outcome.error);
  return outcome;
}

function seenMessage({ servers }: Core, { userId, channelId, messageId }: Operated): Message {
  const message = findMessage(servers, channelId, messageId);
  if (message && (message.ephemeralTo ?? userId) === userId) return message;
  throw new NotPossible('message_not_found', `${userId} does not see the message ${messageId}`);
}

function componentOf({ components }: Message, customId: string): JsonObject {
  const found = placedIn(components).find(({ component }) => component.custom_id === customId);
  if (found) return found.component;
  throw new NotPossible('component_not_found', `nothing on the message is called ${customId}`);
}

function chosenIn(
  { servers }: Core,
  component: JsonObject,
  raw: Raw | undefined,
): readonly string[] | undefined {
  if (component.type === COMPONENT.button) return undefined;
  const entered = isSelect(component) && raw !== undefined ? enteredFrom(servers, component, raw) : undefined;
  const min = typeof component.min_values === 'number' ? component.min_values : 1;
  const max = typeof component.max_values === 'number' ? component.max_values : 1;
  if (Array.isArray(entered) && entered.length >= min && entered.length <= max) return entered;
  throw new NotPossible('value_not_possible', `${component.custom_id} does not take ${JSON.stringify(raw)}`);
}
