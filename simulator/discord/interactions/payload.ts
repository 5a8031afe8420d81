import type { JsonObject } from '../../common/json.ts';
import { channelObject } from '../objects/channel.ts';
import { INTERACTION_TYPE } from '../objects/interaction-type.ts';
import { interactingMember, userObject } from '../objects/people.ts';
import type { Channel, Guild, Interaction, User } from '../state/model.ts';
import { permissionsIn } from '../state/permissions.ts';
import type { Servers } from '../state/servers.ts';

const CONTEXT = { guild: 0, botDirect: 1 } as const;
const ATTACHMENT_LIMIT = 10 * 2 ** 20;

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object */
export function interactionPayload(
  servers: Servers,
  interaction: Interaction,
  parts: { readonly data: JsonObject; readonly message?: JsonObject | undefined },
): JsonObject {
  const user = servers.state.users[interaction.userId];
  const channel = servers.state.channels[interaction.channelId];
  if (!user || !channel) throw new Error(`${interaction.id} came from nobody or nowhere`);
  const guild = servers.state.guilds[interaction.guildId ?? ''];
  return {
    id: interaction.id,
    application_id: servers.options.application.id,
    type: INTERACTION_TYPE[interaction.kind],
    token: interaction.token,
    version: 1,
    channel_id: channel.id,
    channel: channelObject(servers, channel),
    locale: user.locale,
    entitlements: [],
    app_permissions: String(permissionsIn(servers, channel, servers.botId)),
    authorizing_integration_owners: { '0': guild?.id ?? '0' },
    context: guild ? CONTEXT.guild : CONTEXT.botDirect,
    attachment_size_limit: ATTACHMENT_LIMIT,
    ...whose(servers, { user, channel, guild }),
    ...(parts.message ? { message: parts.message } : {}),
    data: parts.data,
  };
}

interface Whose {
  readonly user: User;
  readonly channel: Channel;
  readonly guild: Guild | undefined;
}

// In a guild the person is a member; in direct messages only a user.
function whose(servers: Servers, { user, channel, guild }: Whose): JsonObject {
  const member = guild?.members[user.id];
  if (!guild || !member) return { user: userObject(user) };
  return {
    member: interactingMember(servers, member, channel),
    guild_id: guild.id,
    guild: { id: guild.id, locale: 'en-US', features: [] },
    guild_locale: 'en-US',
  };
}
