import { ShardingManager } from 'discord.js';
import { recommendedShards } from '../../adapters/discord/start/recommended.ts';
import { type Config, ConfigurationError } from '../config.ts';
import type { Logger } from '../platform/logger.ts';

const READY_WITHIN_MS = 120_000;

/**
 * How many processes Discord's servers want to be divided over; one where the bot is in few of them, or not on Discord.
 * Throws where the record could not be shared: the embedded database has one process.
 */
export async function shardsWanted({ discord, database }: Config, log: Logger): Promise<number> {
  if (!discord) return 1;
  const shards = await recommended(discord, log);
  if (shards > 1 && database.databaseUrl === undefined) {
    throw new ConfigurationError([
      `DATABASE_URL: is not set, but Discord divides the bot's servers over ${shards} processes, and the embedded database has one. Give a PostgreSQL server of version 15 or later`,
    ]);
  }
  return shards;
}

/** A token that Discord does not know is explained where the bot logs in. */
async function recommended(discord: NonNullable<Config['discord']>, log: Logger): Promise<number> {
  try {
    return await recommendedShards(discord);
  } catch (error) {
    log.warn({ err: error }, 'Discord did not say how many connections it recommends; starting with one');
    return 1;
  }
}

export interface ShardsParts {
  readonly config: Config;
  readonly count: number;
  readonly log: Logger;
  /** What each process runs: the whole bot. */
  readonly file: string;
}

/**
 * Starts one whole bot for each shard, on one shared record, and starts those again that end. The first one listens where
 * a single process would, each other one on the port after the one before.
 */
export async function startShards({ config, count, log, file }: ShardsParts): Promise<AsyncDisposable> {
  const { token } = config.discord ?? {};
  const manager = new ShardingManager(file, { totalShards: count, ...(token ? { token } : {}) });
  let stopping = false;
  manager.on('shardCreate', (shard) => {
    const { port } = config.http;
    const env: unknown = shard.env;
    const own = { PORT: String(port === 0 ? 0 : port + shard.id) };
    if (typeof env === 'object' && env !== null) Object.assign(env, own);
    shard.on('death', () => stopping || log.error({ shard: shard.id }, 'a shard ended; it is started again'));
  });
  await manager.spawn({ timeout: READY_WITHIN_MS });
  log.info({ shards: count }, 'every shard is ready');
  return {
    async [Symbol.asyncDispose]() {
      stopping = true;
      for (const shard of manager.shards.values()) shard.kill();
    },
  };
}
