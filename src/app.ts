import type { FileRef } from './chat/form.ts';
import type { AccountRef } from './chat/incoming.ts';
import type { Clock } from './platform/clock.ts';
import type { Database } from './platform/database/database.ts';
import type { Ids } from './platform/ids.ts';
import type { Logger } from './platform/logger.ts';
import type { Metrics } from './platform/metrics.ts';
import type { Queue } from './platform/queue.ts';

/** What actions may use. Each action names the few of these that it needs: `Pick<App, 'database' | 'clock'>`. */
export interface App {
  readonly database: Database;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Where people outside reach a path, such as `/keys/…`, of this process's own server. */
  readonly address: (path: string) => string;
  /** Nobody real is served: stand-ins on this very machine may call the API from anywhere, and be called by webhooks. */
  readonly trustsLoopback: boolean;
  /** The bytes of a file that somebody handed in, from the platform that holds it. */
  readonly fetchFile: (file: FileRef) => Promise<Uint8Array>;
  /** The file behind a link to the person's own platform, if they put it there; null for any other address. */
  readonly fileAt: (link: string, account: AccountRef) => Promise<FileRef | null>;
}
