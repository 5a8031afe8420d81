import { Journal } from '../common/journal.ts';
import type { Core } from './core.ts';
import { GatewayHub } from './gateway/hub.ts';
import { Outbound } from './interactions/outbound.ts';
import type { DiscordSimulatorOptions } from './options.ts';
import type { Doors } from './rest/call.ts';
import { Failures } from './rest/failures/failures.ts';
import { RateLimits } from './rest/failures/rate-limits.ts';
import type { Snapshot } from './state/model.ts';
import { Servers } from './state/servers.ts';

/** Discord's servers in one object. `discordSimulator` puts them on HTTP, `Control` plays the people. */
export class DiscordSimulator implements Core {
  readonly servers: Servers;
  readonly journal: Journal;
  readonly gateway: GatewayHub;
  readonly outbound: Outbound;
  readonly failures = new Failures();
  readonly limits: RateLimits;

  constructor(options: DiscordSimulatorOptions) {
    this.servers = new Servers(options);
    this.journal = new Journal(this.servers, new Set());
    this.gateway = new GatewayHub(this.servers, this.journal);
    this.outbound = new Outbound(this);
    this.limits = new RateLimits(this.servers);
  }

  get doors(): Doors {
    return { core: this, failures: this.failures, limits: this.limits };
  }

  /** All that a later stand-in needs to go on from here. */
  snapshot(): Snapshot {
    return structuredClone(this.servers.state);
  }

  stop(): void {
    this.outbound.stop();
    this.gateway.stop();
  }
}
