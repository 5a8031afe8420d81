import { type Client, Events, GatewayCloseCodes } from 'discord.js';
import type { AdapterLog } from '../../shared/log.ts';

const PORTAL = 'https://discord.com/developers/applications';

/** Closings after which Discord takes this bot no more until somebody has changed something. */
const REMEDIES: ReadonlyMap<number, string> = new Map([
  [
    GatewayCloseCodes.AuthenticationFailed,
    `Copy a new token from "Bot" of the application at ${PORTAL} into DISCORD_TOKEN.`,
  ],
  [
    GatewayCloseCodes.DisallowedIntents,
    `Discord does not let the application use an intent that it asks for: look under "Bot", "Privileged Gateway Intents" at ${PORTAL}.`,
  ],
  [
    GatewayCloseCodes.ShardingRequired,
    'The bot is in too many servers for one connection; start it again, so that it divides them.',
  ],
  [
    GatewayCloseCodes.InvalidShard,
    'This process was given a shard that does not exist; start all of them again.',
  ],
  [
    GatewayCloseCodes.InvalidIntents,
    'Discord does not know an intent that this release asks for; use a newer release.',
  ],
  [
    GatewayCloseCodes.InvalidAPIVersion,
    'Discord has withdrawn the API that this release speaks; use a newer release.',
  ],
]);

/** Connects to the gateway. Throws with the remedy when Discord does not take the bot; then nothing would work. */
export async function login(client: Client, token: string): Promise<Client<true>> {
  const ready = Promise.withResolvers<Client<true>>();
  const onReady = (own: Client<true>) => ready.resolve(own);
  const onClosed = ({ code }: { readonly code: number }) => ready.reject(new Error(remedyFor(code)));
  client.once(Events.ClientReady, onReady);
  client.once(Events.ShardDisconnect, onClosed);
  try {
    await Promise.race([client.login(token), ready.promise]);
    return await ready.promise;
  } catch (error) {
    await client.destroy();
    throw isUnknownToken(error)
      ? new Error(remedyFor(GatewayCloseCodes.AuthenticationFailed), { cause: error })
      : error;
  } finally {
    client.off(Events.ShardDisconnect, onClosed);
    ready.promise.catch(() => {});
  }
}

function remedyFor(code: number): string {
  const remedy = REMEDIES.get(code) ?? 'Discord closed the connection for good.';
  return `Discord does not take this bot (gateway ${code}). ${remedy}`;
}

const isUnknownToken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'TokenInvalid';

/** Says in the log what the connection does; discord.js itself resumes and reconnects. */
export function watch(client: Client, log: AdapterLog): void {
  client.on(Events.ShardReconnecting, (shard) =>
    log.info({ shard }, 'Discord: the gateway is being reconnected'),
  );
  client.on(Events.ShardResume, (shard, replayed) =>
    log.info({ shard, replayed }, 'Discord: the gateway is back'),
  );
  client.on(Events.ShardDisconnect, ({ code }, shard) => log.error({ shard, code }, remedyFor(code)));
  // Without a listener either of them would end the process.
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ err: error, shard }, 'Discord: the gateway had an error'),
  );
  client.on(Events.Error, (error) => log.error({ err: error }, 'Discord: the client had an error'));
}
