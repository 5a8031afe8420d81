import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import { type JsonObject, objectAt, objectsAt } from '../../../common/json.ts';
import type { Core } from '../../core.ts';
import { amend, answerLater, answerWith } from '../../interactions/answers.ts';
import { openModal } from '../../interactions/modals/modals.ts';
import { INTERACTION_TYPE } from '../../objects/interaction-type.ts';
import { messageObject } from '../../objects/message.ts';
import { FLAGS, findMessage } from '../../state/messages.ts';
import type { Interaction, Message } from '../../state/model.ts';
import { acceptMessage, refuse } from '../../validation/accept.ts';
import { modalProblems } from '../../validation/modal.ts';
import { checkBody, reportUnknown } from '../../validation/spec/check.ts';
import { DiscordRefusal, invalidForm } from '../refusal.ts';
import { done, ok, param, type Reply, type RestRequest, type Route } from '../route.ts';

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
const CALLBACK = { message: 4, messageLater: 5, updateLater: 6, update: 7, choices: 8, modal: 9 } as const;
const ANSWER_FLAGS =
  FLAGS.EPHEMERAL | FLAGS.SUPPRESS_EMBEDS | FLAGS.SUPPRESS_NOTIFICATIONS | FLAGS.IS_COMPONENTS_V2;
const UPDATE_FLAGS = FLAGS.SUPPRESS_EMBEDS | FLAGS.IS_COMPONENTS_V2;

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

interface Carried {
  readonly type: number;
  readonly request: RestRequest;
}

function carryOut(core: Core, interaction: Interaction, { type, request }: Carried): Message | undefined {
  const { body } = request;
  switch (type) {
    case CALLBACK.message:
      return answerWith(core, interaction, accepted(core, request));
    case CALLBACK.messageLater: {
      checkBody(CreateMessageInteractionCallbackRequestSchema, body);
      const flags = objectAt(body, 'data')?.flags;
      return answerLater(core, interaction, typeof flags === 'number' && (flags & FLAGS.EPHEMERAL) !== 0);
    }
    case CALLBACK.updateLater:
      return sourceOf(core, interaction);
    case CALLBACK.update:
      return update(core, interaction, request);
    case CALLBACK.choices:
      return offer(core, interaction, body);
    default:
      checkBody(ModalInteractionCallbackRequestSchema, body);
      reportUnknown(ModalInteractionCallbackRequestSchema, body, {
        journal: core.journal,
        where: createCallback.name,
      });
      refuse(modalProblems(objectAt(body, 'data') ?? {}));
      openModal(core, interaction, objectAt(body, 'data') ?? {});
      return undefined;
  }
}

function accepted(core: Core, { body, files }: RestRequest) {
  const content = objectAt(body, 'data') ?? {};
  const flags = typeof content.flags === 'number' ? content.flags : 0;
  return acceptMessage(core, {
    schema: CreateMessageInteractionCallbackRequestSchema,
    body,
    content,
    files,
    where: createCallback.name,
    allowedFlags: ANSWER_FLAGS,
    ephemeral: (flags & FLAGS.EPHEMERAL) !== 0,
  });
}

function update(core: Core, interaction: Interaction, { body, files }: RestRequest): Message {
  const source = sourceOf(core, interaction);
  const content = acceptMessage(core, {
    schema: UpdateMessageInteractionCallbackRequestSchema,
    body,
    content: objectAt(body, 'data') ?? {},
    files,
    where: createCallback.name,
    allowedFlags: UPDATE_FLAGS,
    ephemeral: source.ephemeralTo !== undefined,
    editing: source,
  });
  amend(core, source, content);
  return source;
}

function sourceOf({ servers }: Core, { channelId, messageId = '' }: Interaction): Message {
  const source = findMessage(servers, channelId, messageId);
  if (!source) throw new DiscordRefusal('unknownMessage', { circumstance: true });
  return source;
}

function offer({ servers }: Core, interaction: Interaction, body: JsonObject): undefined {
  checkBody(ApplicationCommandAutocompleteCallbackRequestSchema, body);
  servers.state.choices[interaction.userId] = objectsAt(objectAt(body, 'data') ?? {}, 'choices');
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
