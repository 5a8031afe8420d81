import {
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
} from 'discord-api-spec/zod';
import type { Core } from '../../../core.ts';
import { announceDeletion } from '../../../gateway/announce.ts';
import { amend, answeredMessage, answerWith } from '../../../interactions/answers.ts';
import { isExpired } from '../../../interactions/tokens.ts';
import { messageObject } from '../../../objects/message.ts';
import { deleteMessage, FLAGS, findMessage } from '../../../state/messages.ts';
import type { Interaction, Message } from '../../../state/model.ts';
import { acceptMessage } from '../../../validation/accept.ts';
import { DiscordRefusal } from '../../refusal.ts';
import { done, ok, param, type RestRequest, type Route } from '../../route.ts';

const FOLLOWUP_FLAGS =
  FLAGS.EPHEMERAL | FLAGS.SUPPRESS_EMBEDS | FLAGS.SUPPRESS_NOTIFICATIONS | FLAGS.IS_COMPONENTS_V2;
const EDITED_FLAGS = FLAGS.SUPPRESS_EMBEDS | FLAGS.IS_COMPONENTS_V2;
const ONE = '/webhooks/:application/:token/messages/:message';

const createFollowup: Route = {
  name: 'createFollowup',
  method: 'POST',
  path: '/webhooks/:application/:token',
  auth: 'token',
  run(request, core) {
    const interaction = interactionOf(request, core);
    const waiting = stillLoading(core, interaction);
    const flags = typeof request.body.flags === 'number' ? request.body.flags : 0;
    const content = acceptMessage(core, {
      schema: IncomingWebhookRequestPartialSchema,
      body: request.body,
      content: request.body,
      files: request.files,
      where: this.name,
      allowedFlags: FOLLOWUP_FLAGS,
      ephemeral: (flags & FLAGS.EPHEMERAL) !== 0,
    });
    // The first followup takes the place of "is thinking", which has decided already who sees it.
    if (waiting) amend(core, waiting, { ...content, flags: keptFlags(waiting, content.flags) });
    const message = waiting ?? answerWith(core, interaction, content);
    return ok(messageObject(core.servers, message));
  },
};

const getAnswer: Route = {
  name: 'getInteractionResponse',
  method: 'GET',
  path: ONE,
  auth: 'token',
  run(request, core) {
    const interaction = interactionOf(request, core);
    return ok(messageObject(core.servers, answeredMessage(core, interaction, param(request, 'message'))));
  },
};

const editAnswer: Route = {
  name: 'editInteractionResponse',
  method: 'PATCH',
  path: ONE,
  auth: 'token',
  run(request, core) {
    const interaction = interactionOf(request, core);
    const message = answeredMessage(core, interaction, param(request, 'message'));
    const content = acceptMessage(core, {
      schema: IncomingWebhookUpdateRequestPartialSchema,
      body: request.body,
      content: request.body,
      files: request.files,
      where: this.name,
      allowedFlags: EDITED_FLAGS,
      ephemeral: message.ephemeralTo !== undefined,
      editing: message,
    });
    amend(core, message, content);
    return ok(messageObject(core.servers, message));
  },
};

const deleteAnswer: Route = {
  name: 'deleteInteractionResponse',
  method: 'DELETE',
  path: ONE,
  auth: 'token',
  run(request, core) {
    const interaction = interactionOf(request, core);
    const message = answeredMessage(core, interaction, param(request, 'message'));
    const channel = core.servers.state.channels[message.channelId];
    deleteMessage(core.servers, message);
    if (channel && message.ephemeralTo === undefined) announceDeletion(core, channel, message.id);
    return done;
  },
};

export const WEBHOOK_ROUTES = [createFollowup, getAnswer, editAnswer, deleteAnswer];

/** A token that serves: acknowledged, and not older than a quarter of an hour. Refuses with 10015 or 50027. */
function interactionOf(request: RestRequest, { servers }: Core): Interaction {
  const interaction = servers.state.interactions[param(request, 'token')];
  if (param(request, 'application') !== servers.options.application.id || !interaction)
    throw new DiscordRefusal('unknownWebhook');
  if (isExpired(servers, interaction)) throw new DiscordRefusal('invalidToken', { circumstance: true });
  if (interaction.acknowledged === undefined)
    throw new DiscordRefusal('unknownWebhook', { circumstance: interaction.failed === true });
  return interaction;
}

function stillLoading({ servers }: Core, { channelId, originalId }: Interaction): Message | undefined {
  const original = originalId === undefined ? undefined : findMessage(servers, channelId, originalId);
  return original && (original.flags & FLAGS.LOADING) !== 0 ? original : undefined;
}

function keptFlags(waiting: Message, flags = 0): number {
  return (flags & ~FLAGS.EPHEMERAL) | (waiting.flags & FLAGS.EPHEMERAL);
}
