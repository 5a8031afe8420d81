import { channelObject } from '../../../objects/channel.ts';
import { guildObject } from '../../../objects/guild.ts';
import { botObject, userObject } from '../../../objects/people.ts';
import { openDirect } from '../../../state/channels.ts';
import { isSnowflake } from '../../../state/snowflake.ts';
import { DiscordRefusal, invalidForm } from '../../refusal.ts';
import { ok, param, type Route } from '../../route.ts';

const getMe: Route = {
  name: 'getCurrentUser',
  method: 'GET',
  path: '/users/@me',
  auth: 'bot',
  run: (_request, { servers }) => ok(botObject(servers)),
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

export const USER_ROUTES = [getMe, getMyGuilds, createDirect, getUser];
