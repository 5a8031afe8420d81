import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { type Config, ConfigurationError, loadConfig } from './config.ts';
import type { ShardsParts } from './main/shards.ts';
import { systemClock } from './platform/clock.ts';
import { DirectoryInUse } from './platform/database/directory-lock.ts';
import { createLogger, type Logger } from './platform/logger.ts';

/** Set by discord.js in the processes that it starts. */
const isShard = process.env.SHARDING_MANAGER !== undefined;

/** Problems that their message explains in full; a stack would only hide the remedy. */
const EXPLAINED = [ConfigurationError, DirectoryInUse];

// What is imported below is compiled once and not at every start; beside the code, where nobody else could have put it.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'));

try {
  await main();
} catch (error) {
  const explained = EXPLAINED.some((kind) => error instanceof kind) && error instanceof Error;
  process.stderr.write(
    `${explained ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exitCode = 1;
}

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = loadConfig(process.env);
  // The demo has nothing to say but its address, unless somebody asks for more.
  const log = createLogger({ level: isReal(config) || process.env.LOG_LEVEL ? config.logLevel : 'warn' });
  const { shardsWanted } = await import('./main/shards.ts');
  const shards = isShard ? 1 : await shardsWanted(config, log);
  if (shards > 1) return divided({ config, log, count: shards, file: import.meta.filename });
  await served(config, log);
  // A shard would be kept alive by its way to the process that started it.
  if (process.connected) process.disconnect();
}

async function served(config: Config, log: Logger): Promise<void> {
  await using running = isReal(config) ? await real(config, log) : await demo(config, log);
  process.stdout.write(`Baobei is ready: ${running.url}\n`);
  await stopSignal();
  log.info({}, 'stopping');
}

async function real(config: Config, log: Logger) {
  const { startProcess } = await import('./main/process.ts');
  return startProcess({ config, log, clock: systemClock });
}

/** A real bot never loads the simulator. */
async function demo(config: Config, log: Logger) {
  const { startDemo } = await import('./main/demo.ts');
  return startDemo(config, log);
}

async function divided(parts: ShardsParts): Promise<void> {
  const { startShards } = await import('./main/shards.ts');
  await using _shards = await startShards(parts);
  process.stdout.write(`Baobei is ready in ${parts.count} processes\n`);
  await stopSignal();
}

/** Some platform has its token; otherwise the simulator takes the place of both. */
function isReal({ slack, discord }: Config): boolean {
  return slack !== undefined || discord !== undefined;
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
