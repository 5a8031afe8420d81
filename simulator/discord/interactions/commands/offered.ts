import { NotPossible } from '../../../common/not-possible.ts';
import type { Core } from '../../core.ts';
import { canSee, isDirect } from '../../state/channels.ts';
import type { Channel, Command } from '../../state/model.ts';
import { may } from '../../state/permissions.ts';
import type { Servers } from '../../state/servers.ts';

/** The commands that a person is offered in a channel. */
export function commandsIn({ servers }: Core, channel: Channel): readonly Command[] {
  const { commands } = servers.state;
  const everywhere = (commands.global ?? []).filter((command) => standsIn(servers, command, channel));
  return [...everywhere, ...(commands[channel.guildId ?? ''] ?? [])];
}

/** The channel, when the person may give commands there. */
export function placeFor(
  { servers }: Core,
  { userId, channelId }: { readonly userId: string; readonly channelId: string },
): Channel {
  const channel = servers.state.channels[channelId];
  if (!channel || !canSee(servers, channel, userId))
    throw new NotPossible('channel_not_found', `${userId} cannot see ${channelId}`);
  if (!may(servers, channel, { userId, name: 'USE_APPLICATION_COMMANDS' }))
    throw new NotPossible('not_permitted', `${userId} may not use commands in ${channelId}`);
  return channel;
}

const CONTEXT = { guild: 0, botDirect: 1 };

/** https://discord.com/developers/docs/interactions/application-commands#interaction-contexts */
function standsIn(servers: Servers, command: Command, channel: Channel): boolean {
  const { contexts, dm_permission: direct } = command;
  const { kind } = channel;
  // Into a place that is not the app's own only people could have brought it, and nobody installs it for themselves.
  if (kind === 'dm' && !isDirect(servers, channel)) return false;
  const here = kind === 'dm' ? CONTEXT.botDirect : CONTEXT.guild;
  if (Array.isArray(contexts)) return contexts.includes(here);
  return kind !== 'dm' || direct !== false;
}
