import type { JsonObject } from '../../../../common/json.ts';
import type { Core } from '../../../core.ts';
import { INTERACTION_TYPE } from '../../../objects/interaction-type.ts';
import { messageObject } from '../../../objects/message.ts';
import { FLAGS } from '../../../state/messages.ts';
import type { Interaction, Message } from '../../../state/model.ts';
import { DiscordRefusal, invalidForm } from '../../refusal.ts';
import { done, ok, param, type Reply, type RestRequest, type Route } from '../../route.ts';
import { CALLBACK, carryOut } from './carry-out.ts';

const createCallback: Route = {
  name: 'interactionCallback',
  method: 'POST',
  path: '/interactions/:interaction/:token/callback',
  auth: 'token',
  run(request, core) {
    const interaction = unanswered(request, core);
    const type = typeOf(interaction, request.body);
    const message = carryOut(core, interaction, { type, request });
    interaction.acknowledged = type;
    if (message) interaction.originalId = message.id;
    core.outbound.acknowledge(interaction, request.body);
    core.servers.changed('interactions');
    const wantsAnswer = String(request.query.with_response) === 'true';
    return wantsAnswer ? resource(core, interaction, { type, message }) : done;
  },
};

export const CALLBACK_ROUTES = [createCallback];

/** Refuses with 10062 or 40060. */
function unanswered(request: RestRequest, { servers }: Core): Interaction {
  const interaction = servers.state.interactions[param(request, 'token')];
  if (!interaction || interaction.id !== param(request, 'interaction'))
    throw new DiscordRefusal('unknownInteraction');
  // That it came too late is written down already.
  if (interaction.failed) throw new DiscordRefusal('unknownInteraction', { circumstance: true });
  if (interaction.acknowledged !== undefined)
    throw new DiscordRefusal('alreadyAcknowledged', { circumstance: interaction.duplicated === true });
  return interaction;
}

/** Not every answer fits every question: only what came from a message can update it, and a form opens no form. */
function typeOf(interaction: Interaction, { type }: JsonObject): number {
  const { message, messageLater, updateLater, update, choices, modal } = CALLBACK;
  const updates = interaction.messageId === undefined ? [] : [updateLater, update];
  const fitting: Readonly<Record<Interaction['kind'], readonly number[]>> = {
    command: [message, messageLater, modal],
    component: [message, messageLater, updateLater, update, modal],
    modal: [message, messageLater, ...updates],
    autocomplete: [choices],
  };
  const allowed = fitting[interaction.kind];
  if (typeof type === 'number' && allowed.includes(type)) return type;
  throw invalidForm(['type'], 'BASE_TYPE_CHOICES', `Value must be one of {${allowed.join(', ')}}.`);
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback-interaction-callback-object */
function resource(
  { servers }: Core,
  interaction: Interaction,
  { type, message }: { readonly type: number; readonly message: Message | undefined },
): Reply {
  const about = message && {
    response_message_id: message.id,
    response_message_loading: (message.flags & FLAGS.LOADING) !== 0,
    response_message_ephemeral: message.ephemeralTo !== undefined,
  };
  const shown =
    message && (type === CALLBACK.message || type === CALLBACK.update || type === CALLBACK.messageLater);
  return ok({
    interaction: {
      id: interaction.id,
      type: INTERACTION_TYPE[interaction.kind],
      channel_id: interaction.channelId,
      ...about,
    },
    ...(shown ? { resource: { type, message: messageObject(servers, message) } } : {}),
  });
}
