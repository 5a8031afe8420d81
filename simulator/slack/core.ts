import type { Journal } from '../common/journal.ts';
import type { EventFeed } from './outbound/events/event-feed.ts';
import type { Outbound } from './outbound/transport/outbound.ts';
import type { SocketHub } from './socket-mode/hub.ts';
import type { Workspace } from './state/workspace.ts';

/** Slack's servers without their doors: memory, journal, and the ways to the app. */
export interface Core {
  readonly workspace: Workspace;
  readonly journal: Journal;
  readonly outbound: Outbound;
  readonly events: EventFeed;
  readonly sockets: SocketHub;
}
