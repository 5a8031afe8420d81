import type { JsonObject } from '../../../common/json.ts';
import type { Core } from '../../core.ts';
import { gatewayUrl } from '../../gateway/talk.ts';
import { channelObject } from '../../objects/channel.ts';
import { guildObject } from '../../objects/guild.ts';
import { userObject } from '../../objects/people.ts';
import { openDirect } from '../../state/channels.ts';
import { isSnowflake } from '../../state/snowflake.ts';
import { DiscordRefusal, invalidForm } from '../refusal.ts';
import { ok, param, type Route } from '../route.ts';

const getGateway: Route = {
  name: 'getGateway',
  method: 'GET',
  path: '/gateway',
  auth: 'token',
  run: (_request, { servers }) => ok({ url: gatewayUrl(servers.publicUrl()) }),
};

const getGatewayBot: Route = {
  name: 'getGatewayBot',
  method: 'GET',
  path: '/gateway/bot',
  auth: 'bot',
  run: (_request, { servers }) =>
    ok({
      url: gatewayUrl(servers.publicUrl()),
      shards: servers.options.shards ?? 1,
      session_start_limit: { total: 1_000, remaining: 1_000, reset_after: 86_400_000, max_concurrency: 1 },
    }),
};

const getMe: Route = {
  name: 'getCurrentUser',
  method: 'GET',
  path: '/users/@me',
  auth: 'bot',
  run: (_request, core) => ok(botObject(core)),
};

const getUser: Route = {
  name: 'getUser',
  method: 'GET',
  path: '/users/:user',
  auth: 'bot',
  run(request, { servers }) {
    const user = servers.state.users[param(request, 'user')];
    if (!user) throw new DiscordRefusal('unknownUser');
    return ok(userObject(user));
  },
};

const getMyGuilds: Route = {
  name: 'getCurrentUserGuilds',
  method: 'GET',
  path: '/users/@me/guilds',
  auth: 'bot',
  run: (_request, { servers }) =>
    ok(
      Object.values(servers.state.guilds)
        .filter((guild) => guild.members[servers.botId])
        .map(guildObject),
    ),
};

const createDirect: Route = {
  name: 'createDM',
  method: 'POST',
  path: '/users/@me/channels',
  auth: 'bot',
  run({ body }, { servers }) {
    const { recipient_id: id } = body;
    if (typeof id !== 'string' || !isSnowflake(id))
      throw invalidForm(['recipient_id'], 'NUMBER_TYPE_COERCE', `Value "${String(id)}" is not snowflake.`);
    const user = servers.state.users[id];
    if (!user) throw invalidForm(['recipient_id'], 'USER_INVALID', 'The user is not valid.');
    if (user.isBot) throw new DiscordRefusal('cannotSendToUser');
    return ok(channelObject(servers, openDirect(servers, id)));
  },
};

const getApplication: Route = {
  name: 'getCurrentApplication',
  method: 'GET',
  path: '/applications/@me',
  auth: 'bot',
  run: (_request, core) => ok(applicationObject(core)),
};

const getOAuthApplication: Route = {
  name: 'getOAuth2Application',
  method: 'GET',
  path: '/oauth2/applications/@me',
  auth: 'bot',
  run: (_request, core) => ok(applicationObject(core)),
};

export const APPLICATION_ROUTES = [
  getGateway,
  getGatewayBot,
  getMe,
  getMyGuilds,
  createDirect,
  getUser,
  getApplication,
  getOAuthApplication,
];

function botObject({ servers }: Core): JsonObject {
  const bot = servers.state.users[servers.botId];
  return bot ? { ...userObject(bot), verified: true, mfa_enabled: false, email: null } : {};
}

const PRIVILEGED_FLAGS = {
  GUILD_PRESENCES: 1 << 13,
  GUILD_MEMBERS: 1 << 15,
  MESSAGE_CONTENT: 1 << 19,
} as const;

/** https://discord.com/developers/docs/resources/application#application-object */
function applicationObject(core: Core): JsonObject {
  const { application, privilegedIntents = [] } = core.servers.options;
  const { state } = core.servers;
  return {
    id: application.id,
    name: application.name,
    icon: null,
    description: '',
    summary: '',
    bot_public: true,
    bot_require_code_grant: false,
    bot: botObject(core),
    owner: {
      id: '0',
      username: 'team',
      discriminator: '0',
      global_name: null,
      avatar: null,
      public_flags: 0,
    },
    verify_key: '0'.repeat(64),
    team: null,
    flags: privilegedIntents.reduce((flags, name) => flags | PRIVILEGED_FLAGS[name], 0),
    approximate_guild_count: Object.values(state.guilds).length,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    event_webhooks_url: null,
    event_webhooks_status: 1,
    integration_types_config: { '0': {} },
  };
}
