import type { JsonObject } from '../../../../common/json.ts';
import { messageObject } from '../../../objects/message.ts';
import { messagesIn } from '../../../state/messages.ts';
import type { Message } from '../../../state/model.ts';
import { existingMessage, requirePermission, visibleChannel } from '../../access.ts';
import { invalidForm } from '../../refusal.ts';
import { ok, param, type Route } from '../../route.ts';

const getMessage: Route = {
  name: 'getMessage',
  method: 'GET',
  path: '/channels/:channel/messages/:message',
  auth: 'bot',
  run(request, core) {
    const channel = visibleChannel(core, param(request, 'channel'));
    requirePermission(core, channel, 'READ_MESSAGE_HISTORY');
    return ok(messageObject(core.servers, existingMessage(core, channel, param(request, 'message'))));
  },
};

const listMessages: Route = {
  name: 'listMessages',
  method: 'GET',
  path: '/channels/:channel/messages',
  auth: 'bot',
  run(request, core) {
    const channel = visibleChannel(core, param(request, 'channel'));
    requirePermission(core, channel, 'READ_MESSAGE_HISTORY');
    const shown = messagesIn(core.servers, channel.id).filter((one) => one.ephemeralTo === undefined);
    return ok(paged(shown, request.query).map((message) => messageObject(core.servers, message)));
  },
};

export const HISTORY_ROUTES = [getMessage, listMessages];

const number = (value: unknown): bigint | undefined =>
  typeof value === 'string' && /^\d+$/.test(value) ? BigInt(value) : undefined;

/** Newest first. https://discord.com/developers/docs/resources/message#get-channel-messages */
function paged(messages: readonly Message[], query: JsonObject): Message[] {
  const limit = Number(query.limit ?? 50);
  if (!(limit >= 1 && limit <= 100))
    throw invalidForm(['limit'], 'NUMBER_TYPE_MAX', 'int value should be between 1 and 100.');
  const [before, after] = [number(query.before), number(query.after)];
  const fitting = messages.filter(
    ({ id }) => (before === undefined || BigInt(id) < before) && (after === undefined || BigInt(id) > after),
  );
  const chosen = after === undefined ? fitting.slice(-limit) : fitting.slice(0, limit);
  return chosen.toReversed();
}
