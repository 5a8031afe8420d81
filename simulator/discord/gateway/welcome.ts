import { guildCreate } from '../objects/guild.ts';
import { botObject } from '../objects/people.ts';
import { shardOf } from '../state/snowflake.ts';
import { gatewayUrl } from './address.ts';
import type { GatewayHub } from './hub.ts';
import { INTENTS } from './intents.ts';
import type { Session } from './session.ts';

/** https://discord.com/developers/docs/events/gateway-events#ready */
export function welcome({ servers }: GatewayHub, session: Session): void {
  const [shard, count] = session.shard;
  const guilds = Object.values(servers.state.guilds).filter(
    (guild) => guild.members[servers.botId] && shardOf(guild.id, count) === shard,
  );
  session.dispatch('READY', {
    v: 10,
    user: botObject(servers),
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    session_type: 'normal',
    resume_gateway_url: gatewayUrl(servers.publicUrl()),
    shard: [shard, count],
    application: { id: servers.options.application.id, flags: 0 },
  });
  if ((session.intents & INTENTS.GUILDS) === 0) return;
  for (const guild of guilds) session.dispatch('GUILD_CREATE', guildCreate(servers, guild));
}
