import type { JsonObject } from '../../common/json.ts';
import { threadsOf } from '../state/channels.ts';
import type { Guild } from '../state/model.ts';
import type { Servers } from '../state/servers.ts';
import { channelObject } from './channel.ts';
import { memberWithUser, roleObject, timestamp } from './people.ts';

/** https://discord.com/developers/docs/resources/guild#guild-object */
export function guildObject(guild: Guild): JsonObject {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    features: [],
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 1,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw: false,
    nsfw_level: 0,
    application_id: null,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: 'en-US',
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    hub_type: null,
    latest_onboarding_question_id: null,
    incidents_data: null,
    roles: guild.roles.map((role) => roleObject(guild, role)),
    emojis: [],
    stickers: [],
  };
}

/** The whole guild, as a session gets it once. https://discord.com/developers/docs/events/gateway-events#guild-create */
export function guildCreate(servers: Servers, guild: Guild): JsonObject {
  const channels = Object.values(servers.state.channels).filter(
    (channel) => channel.guildId === guild.id && channel.kind === 'text',
  );
  const members = Object.values(guild.members);
  // Without the members' intent a session hears of the bot alone.
  const own = members.filter((member) => member.userId === servers.botId);
  return {
    ...guildObject(guild),
    joined_at: timestamp(guild.createdAt),
    large: false,
    unavailable: false,
    member_count: members.length,
    members: own.map((member) => memberWithUser(servers, member)),
    channels: channels.map((channel) => channelObject(servers, channel)),
    threads: threadsOf(servers, guild.id).map((thread) => channelObject(servers, thread)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
