import type { JsonObject } from '../../common/json.ts';
import type { Core } from '../core.ts';
import { CHANNEL_TYPE, channelObject } from '../objects/channel.ts';
import { messageObject } from '../objects/message.ts';
import { memberObject } from '../objects/people.ts';
import { isDirect } from '../state/channels.ts';
import type { Channel, Message } from '../state/model.ts';
import type { IntentName } from './intents.ts';
import { INTENTS } from './intents.ts';

/** Tells the sessions of a message. Private answers are known to their interaction alone. */
export function announceMessage(core: Core, t: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', message: Message): void {
  const { servers, gateway } = core;
  if (message.ephemeralTo !== undefined) return;
  const channel = servers.state.channels[message.channelId];
  if (!channel || (channel.kind === 'dm' && !isDirect(servers, channel))) return;
  const whole = { ...messageObject(servers, message), ...placeOf(core, channel, message) };
  gateway.emit({
    t,
    d: ({ intents }) =>
      readsContent(core, message, { channel, intents }) ? whole : { ...whole, ...WITHOUT_CONTENT },
    guildId: channel.guildId,
    intent: intentFor(channel),
  });
}

export function announceDeletion({ gateway }: Core, channel: Channel, messageId: string): void {
  const d = { id: messageId, channel_id: channel.id, ...guildField(channel) };
  gateway.emit({ t: 'MESSAGE_DELETE', d, guildId: channel.guildId, intent: intentFor(channel) });
}

/** `CHANNEL_CREATE`, `CHANNEL_DELETE`, `THREAD_CREATE`, `THREAD_UPDATE`, `THREAD_DELETE`… */
export function announceChannel({ servers, gateway }: Core, t: string, channel: Channel): void {
  gateway.emit({ t, d: channelObject(servers, channel), guildId: channel.guildId, intent: 'GUILDS' });
}

/** Whoever writes in an archived thread opens it again. */
export function wakeThread(core: Core, channel: Channel): void {
  if (!channel.archived) return;
  channel.archived = false;
  announceChannel(core, 'THREAD_UPDATE', channel);
}

const WITHOUT_CONTENT: JsonObject = { content: '', embeds: [], attachments: [], components: [] };

/** https://discord.com/developers/docs/events/gateway#message-content-intent */
function readsContent(
  { servers }: Core,
  message: Message,
  { channel, intents }: { readonly channel: Channel; readonly intents: number },
): boolean {
  if ((intents & INTENTS.MESSAGE_CONTENT) !== 0 || channel.kind === 'dm') return true;
  return message.authorId === servers.botId || message.content.includes(`<@${servers.botId}>`);
}

const intentFor = (channel: Channel): IntentName =>
  channel.kind === 'dm' ? 'DIRECT_MESSAGES' : 'GUILD_MESSAGES';

function guildField({ guildId }: Channel): JsonObject {
  return guildId === undefined ? {} : { guild_id: guildId };
}

function placeOf({ servers }: Core, channel: Channel, message: Message): JsonObject {
  const member = servers.state.guilds[channel.guildId ?? '']?.members[message.authorId];
  const placed = { channel_type: CHANNEL_TYPE[channel.kind], ...guildField(channel) };
  return { ...placed, ...(member ? { member: memberObject(member) } : {}) };
}
