import type { Journal } from '../common/journal.ts';
import type { GatewayHub } from './gateway/hub.ts';
import type { Outbound } from './interactions/outbound.ts';
import type { Servers } from './state/servers.ts';

/** Discord's servers without their doors: memory, journal, and the ways to the app. */
export interface Core {
  readonly servers: Servers;
  readonly journal: Journal;
  readonly gateway: GatewayHub;
  readonly outbound: Outbound;
}
