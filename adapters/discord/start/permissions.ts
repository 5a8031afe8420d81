import type { Client } from 'discord.js';
import type { AdapterLog } from '../../shared/log.ts';
import { BOT_PERMISSIONS } from '../commands/permissions.ts';

const REMEDY =
  "Grant it to the bot's role under the server's Settings > Roles, and in the channel's Permissions where these say otherwise.";

/** Says in the log which permissions the bot lacks in a channel of a server, and where they are granted. */
export function sayWhatIsMissing(client: Client, channelId: string, log: AdapterLog): void {
  const channel = client.channels.cache.get(channelId);
  if (!channel) {
    log.error(
      { channel: channelId },
      `Discord: the channel ${channelId} is not there, or the bot may not see it (View Channels). ${REMEDY}`,
    );
    return;
  }
  const granted = channel.isDMBased() || !client.user ? null : channel.permissionsFor(client.user);
  for (const { name, flag, use } of BOT_PERMISSIONS) {
    if (!granted || granted.has(flag)) continue;
    log.error(
      { channel: channelId, permission: name },
      `Discord: the permission "${name}" is missing in the channel ${channelId} (${use}). ${REMEDY}`,
    );
  }
}
