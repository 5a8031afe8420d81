import { existsSync } from 'node:fs';
import { type Config, ConfigurationError, loadConfig } from './config.ts';
import { startDemo } from './main/demo.ts';
import { startProcess } from './main/process.ts';
import { systemClock } from './platform/clock.ts';
import { DirectoryInUse } from './platform/database/directory-lock.ts';
import { createLogger } from './platform/logger.ts';

/** Problems that their message explains in full; a stack would only hide the remedy. */
const EXPLAINED = [ConfigurationError, DirectoryInUse];

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
  await using running = isReal(config)
    ? await startProcess({ config, log, clock: systemClock })
    : await startDemo(config, log);
  process.stdout.write(`Baobei is ready: ${running.url}\n`);
  await stopSignal();
  log.info({}, 'stopping');
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
