import { Journal } from '../common/journal.ts';
import type { Core } from './core.ts';
import type { SlackSimulatorOptions } from './options.ts';
import { EventFeed } from './outbound/events/event-feed.ts';
import { HttpTransport } from './outbound/transport/http-transport.ts';
import { Outbound } from './outbound/transport/outbound.ts';
import { SocketHub } from './socket-mode/hub.ts';
import type { Snapshot } from './state/model.ts';
import { Workspace } from './state/workspace.ts';
import { refuseManifest } from './validation/manifest.ts';
import { Failures } from './web-api/failures/failures.ts';
import { RateLimits } from './web-api/failures/rate-limits.ts';

/** Errors that only say how the world is. */
const CIRCUMSTANCES = new Set(['ratelimited', 'internal_error', 'service_unavailable', 'fatal_error']);

/** Slack's servers in one object. `slackSimulator` puts them on HTTP, `Control` plays the people. */
export class SlackSimulator implements Core {
  readonly workspace: Workspace;
  readonly journal: Journal;
  readonly outbound: Outbound;
  readonly events: EventFeed;
  readonly sockets: SocketHub;
  readonly http: HttpTransport;
  readonly failures: Failures;

  /** Throws when Slack would not take the manifest, with every reason. */
  constructor(options: SlackSimulatorOptions) {
    refuseManifest(options);
    this.workspace = new Workspace(options);
    this.journal = new Journal(this.workspace, CIRCUMSTANCES);
    this.http = new HttpTransport(this.workspace);
    this.sockets = new SocketHub(this.workspace, this.journal);
    this.outbound = new Outbound(this.workspace, this.journal, () =>
      options.manifest.settings?.socket_mode_enabled ? this.sockets : this.http,
    );
    this.events = new EventFeed({
      workspace: this.workspace,
      journal: this.journal,
      outbound: this.outbound,
    });
    this.sockets.onReady = () => this.events.repeatNow();
    this.failures = new Failures(options.realRateLimits ? new RateLimits(this.workspace) : undefined);
  }

  /** All that a later stand-in needs to go on from here. */
  snapshot(): Snapshot {
    return structuredClone(this.workspace.state);
  }

  stop(): void {
    this.events.stop();
    this.sockets.drop();
  }
}
