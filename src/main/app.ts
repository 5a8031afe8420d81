import { applyMigrations } from '../../prisma/migrate.ts';
import type { App } from '../app.ts';
import type { PlatformName } from '../chat/incoming.ts';
import type { PlatformPort } from '../chat/platform-port.ts';
import type { Config, DiscordSettings, SlackSettings } from '../config.ts';
import type { Clock } from '../platform/clock.ts';
import { openDatabase } from '../platform/database/open.ts';
import { createIds } from '../platform/ids.ts';
import type { Logger } from '../platform/logger.ts';
import { createMetrics } from '../platform/metrics.ts';
import { openQueue } from '../platform/queue.ts';
import { isLoopbackUrl } from '../services/webhooks/target/address.ts';

export type Ports = ReadonlyMap<PlatformName, PlatformPort>;

export interface AppParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  /** Filled while the adapters start; asked only once there are requests. */
  readonly ports: Ports;
  /** Known once the server listens; asked only once there are requests. Without a slash at the end. */
  readonly publicUrl: () => string;
}

/** Opens what actions run on, the database migrated. Everything is closed with the stack. */
export async function openApp(
  stack: AsyncDisposableStack,
  { config, clock, log, ports, publicUrl }: AppParts,
): Promise<App> {
  const database = stack.use(await openDatabase(config.database));
  const applied = await applyMigrations(database);
  if (applied.length > 0) log.info({ applied }, 'the database was migrated');
  const queue = stack.use(await openQueue(database, log));
  return {
    database,
    queue,
    clock,
    ids: createIds(clock),
    log,
    metrics: createMetrics(() => queue.depths()),
    address: (path) => `${publicUrl()}${path}`,
    trustsLoopback: [config.slack, config.discord].every(isStandIn),
    fetchFile: (file) => portOf(ports, file.platform).fetchFile(file),
    fileAt: (link, account) => portOf(ports, account.platform).fileAt(link, account),
  };
}

/** Not set, or pointed at a stand-in on this machine. */
function isStandIn(platform: SlackSettings | DiscordSettings | undefined): boolean {
  if (platform === undefined) return true;
  return platform.apiUrl !== undefined && isLoopbackUrl(platform.apiUrl);
}

function portOf(ports: Ports, platform: string): PlatformPort {
  const port = [...ports.values()].find(({ name }) => name === platform);
  if (!port) throw new Error(`This process does not serve ${platform}: set its token (.env.example).`);
  return port;
}
