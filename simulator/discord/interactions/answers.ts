import type { Core } from '../core.ts';
import { announceMessage } from '../gateway/announce.ts';
import { DiscordRefusal } from '../rest/refusal.ts';
import { editMessage, FLAGS, findMessage, type MessageContent, postMessage } from '../state/messages.ts';
import type { Interaction, Message } from '../state/model.ts';

/** The app says something in answer; with the ephemeral flag only the person sees it. */
export function answerWith(core: Core, interaction: Interaction, content: MessageContent): Message {
  const ephemeral = ((content.flags ?? 0) & FLAGS.EPHEMERAL) !== 0;
  const message = postMessage(core.servers, {
    ...content,
    channelId: interaction.channelId,
    authorId: core.servers.botId,
    type: interaction.kind === 'command' ? 'command' : 'reply',
    interactionToken: interaction.token,
    ephemeralTo: ephemeral ? interaction.userId : undefined,
    ...(interaction.messageId && interaction.kind !== 'command' ? { reference: interaction.messageId } : {}),
  });
  announceMessage(core, 'MESSAGE_CREATE', message);
  return message;
}

/** "… is thinking", until the app says what it has to say. */
export function answerLater(core: Core, interaction: Interaction, ephemeral: boolean): Message {
  return answerWith(core, interaction, { flags: FLAGS.LOADING | (ephemeral ? FLAGS.EPHEMERAL : 0) });
}

/** Changes a message through the token; what was still to come is now there. */
export function amend(core: Core, message: Message, content: MessageContent): void {
  const waited = (message.flags & FLAGS.LOADING) !== 0;
  editMessage(core.servers, message, content);
  message.flags &= ~FLAGS.LOADING;
  if (waited) delete message.editedAt;
  announceMessage(core, 'MESSAGE_UPDATE', message);
}

/** Refuses with 10008. `@original` is the answer, or the message whose component was pressed. */
export function answeredMessage({ servers }: Core, interaction: Interaction, id: string): Message {
  const wanted = id === '@original' ? interaction.originalId : id;
  const found = wanted === undefined ? undefined : findMessage(servers, interaction.channelId, wanted);
  const own = found?.interactionToken === interaction.token || found?.id === interaction.originalId;
  if (found && own) return found;
  throw new DiscordRefusal('unknownMessage', {
    circumstance: wanted !== undefined && servers.state.deleted.includes(wanted),
  });
}
