import { systemClock } from '../../../src/platform/clock.ts';
import { Changes } from '../../common/changes.ts';
import type { SimulatedClock } from '../../common/simulated-clock.ts';
import { SLACK_TIMING, type SlackSimulatorOptions, type Timing } from '../options.ts';
import type { SlackState } from './model.ts';
import { seed } from './seed.ts';

/** Coarse on purpose: whoever hears of a change looks for itself. */
export type Change =
  | 'messages'
  | 'modals'
  | 'homes'
  | 'files'
  | 'notices'
  | 'conversations'
  | 'journal'
  | 'sockets';

/** The servers' memory: one state, one clock, one stream of changes. Knows nothing of HTTP. */
export class Workspace extends Changes<Change> {
  readonly options: SlackSimulatorOptions;
  readonly state: SlackState;
  readonly timing: Timing;
  readonly clock: SimulatedClock;
  readonly wireClock: SimulatedClock;
  /** Where the app reaches the stand-in, prefix included, without a slash at the end. Set once it listens. */
  publicUrl: () => string = () => '';

  constructor(options: SlackSimulatorOptions) {
    super();
    this.options = options;
    this.state = options.snapshot ? structuredClone(options.snapshot) : seed(options);
    this.timing = { ...SLACK_TIMING, ...options.timing };
    this.clock = options.clock;
    this.wireClock = options.wireClock ?? systemClock;
  }

  get bot() {
    return this.options.bot;
  }

  get team() {
    return this.options.team;
  }

  get scopes(): readonly string[] {
    return this.options.scopes ?? this.options.manifest.oauth_config?.scopes?.bot ?? [];
  }

  nowMs(): number {
    return this.clock.now().getTime();
  }

  nextId(prefix: string): string {
    this.state.counter += 1;
    return `${prefix}${String(this.state.counter).padStart(9, '0')}`;
  }

  /** A message timestamp: later than every earlier one even while the clock stands still or goes back. */
  nextTs(): string {
    const micros = Math.max(this.nowMs() * 1_000, this.state.lastTsMicros + 1);
    this.state.lastTsMicros = micros;
    return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`;
  }
}
