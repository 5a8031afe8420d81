import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import { type JsonObject, objectAt, objectsAt } from '../../../../common/json.ts';
import type { Core } from '../../../core.ts';
import { amend, answerLater, answerWith } from '../../../interactions/answers.ts';
import { openModal } from '../../../interactions/modals/modals.ts';
import { FLAGS, findMessage, type MessageContent } from '../../../state/messages.ts';
import type { Interaction, Message } from '../../../state/model.ts';
import { acceptMessage, refuse } from '../../../validation/accept.ts';
import { modalProblems } from '../../../validation/modal.ts';
import { checkBody, reportUnknown } from '../../../validation/spec/check.ts';
import { DiscordRefusal } from '../../refusal.ts';
import type { RestRequest } from '../../route.ts';

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
export const CALLBACK = {
  message: 4,
  messageLater: 5,
  updateLater: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;
const WHERE = 'interactionCallback';
const ANSWER_FLAGS =
  FLAGS.EPHEMERAL | FLAGS.SUPPRESS_EMBEDS | FLAGS.SUPPRESS_NOTIFICATIONS | FLAGS.IS_COMPONENTS_V2;
const UPDATE_FLAGS = FLAGS.SUPPRESS_EMBEDS | FLAGS.IS_COMPONENTS_V2;

interface Carried {
  readonly type: number;
  readonly request: RestRequest;
}

/** Does what a callback asks for. Gives the message that is the answer, where there is one. */
export function carryOut(
  core: Core,
  interaction: Interaction,
  { type, request }: Carried,
): Message | undefined {
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
        where: WHERE,
      });
      refuse(modalProblems(objectAt(body, 'data') ?? {}));
      openModal(core, interaction, objectAt(body, 'data') ?? {});
      return undefined;
  }
}

function accepted(core: Core, { body, files }: RestRequest): MessageContent {
  const content = objectAt(body, 'data') ?? {};
  const flags = typeof content.flags === 'number' ? content.flags : 0;
  return acceptMessage(core, {
    schema: CreateMessageInteractionCallbackRequestSchema,
    body,
    content,
    files,
    where: WHERE,
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
    where: WHERE,
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
