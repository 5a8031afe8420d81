import type { JsonObject } from '../../../common/json.ts';
import type { Core } from '../../core.ts';
import { commandsIn } from '../../interactions/commands/offered.ts';
import { channelObject } from '../../objects/channel.ts';
import { messageObject } from '../../objects/message.ts';
import { roleObject } from '../../objects/people.ts';
import { channelsOf } from '../../state/channels.ts';
import { FLAGS } from '../../state/messages.ts';
import type { Channel, Guild, Message, Modal } from '../../state/model.ts';
import { may } from '../../state/permissions.ts';
import { messagesSeen } from '../targets.ts';
import { visibleMessage, visibleModal } from '../visible.ts';

/** Everything on one person's screen, for the page to draw. The shapes are those of README.md. */
export function personState(core: Core, user: string) {
  const { state, botId, options } = core.servers;
  const modal = state.modals[user];
  return {
    me: state.users[user],
    users: Object.values(state.users),
    bot: state.users[botId],
    application: options.application,
    guilds: Object.values(state.guilds)
      .filter((guild) => guild.members[user])
      .map(guildState),
    commands: Object.values(state.commands).flat(),
    channels: channelsOf(core.servers, user).map((channel) => channelState(core, user, channel)),
    modal: modal ? modalState(core, user, modal) : null,
    notices: state.notices.filter((notice) => notice.user === user),
  };
}

function guildState(guild: Guild) {
  return {
    id: guild.id,
    name: guild.name,
    ownerId: guild.ownerId,
    members: Object.values(guild.members),
    roles: guild.roles.map((role) => roleObject(guild, role)),
  };
}

function channelState(core: Core, user: string, channel: Channel): JsonObject {
  const writing = channel.kind === 'thread' ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES';
  return {
    ...channelObject(core.servers, channel),
    kind: channel.kind,
    can_write: may(core.servers, channel, { userId: user, name: writing }),
    command_ids: commandsIn(core, channel).map(({ id }) => id),
    messages: messagesSeen(core, user, channel.id).map((message) => messageState(core, user, message)),
  };
}

function messageState({ servers }: Core, user: string, message: Message): JsonObject {
  const visible = visibleMessage({ servers, user }, message);
  return {
    ...messageObject(servers, message),
    is_ephemeral: message.ephemeralTo !== undefined,
    is_loading: (message.flags & FLAGS.LOADING) !== 0,
    visible_text: visible.text,
    pings: visible.pings,
  };
}

function modalState({ servers }: Core, user: string, modal: Modal): JsonObject {
  return {
    id: modal.id,
    custom_id: modal.customId,
    title: modal.title,
    components: modal.components,
    channel_id: modal.channelId,
    values: modal.values,
    failure: modal.failure ?? null,
    visible_text: visibleModal({ servers, user }, modal).text,
  };
}
