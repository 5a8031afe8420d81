import type { JsonObject } from '../../../../common/json.ts';
import type { Core } from '../../../core.ts';
import { gatewayUrl } from '../../../gateway/address.ts';
import { botObject } from '../../../objects/people.ts';
import { ok, type Route } from '../../route.ts';

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

export const APPLICATION_ROUTES = [getGateway, getGatewayBot, getApplication, getOAuthApplication];

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
    bot: botObject(core.servers),
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
