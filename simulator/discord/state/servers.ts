import { systemClock } from '../../../src/platform/clock.ts';
import { Changes } from '../../common/changes.ts';
import type { SimulatedClock } from '../../common/simulated-clock.ts';
import { DISCORD_TIMING, type DiscordSimulatorOptions, type Timing } from '../options.ts';
import type { DiscordState } from './model.ts';
import { seed } from './seed.ts';
import { snowflakeAt } from './snowflake.ts';

export type Change =
  | 'messages'
  | 'modals'
  | 'channels'
  | 'members'
  | 'commands'
  | 'notices'
  | 'interactions'
  | 'journal'
  | 'gateway';

/** The servers' memory: one state, one clock, one stream of changes. Knows nothing of HTTP. */
export class Servers extends Changes<Change> {
  readonly options: DiscordSimulatorOptions;
  readonly state: DiscordState;
  readonly timing: Timing;
  readonly clock: SimulatedClock;
  readonly wireClock: SimulatedClock;
  /** Where the app reaches the stand-in, prefix included, without a slash at the end. Set once it listens. */
  publicUrl: () => string = () => '';

  constructor(options: DiscordSimulatorOptions) {
    super();
    this.options = options;
    this.state = options.snapshot ? structuredClone(options.snapshot) : seed(options);
    this.timing = { ...DISCORD_TIMING, ...options.timing };
    this.clock = options.clock;
    this.wireClock = options.wireClock ?? systemClock;
  }

  /** The bot user, whose id is the application's. */
  get botId(): string {
    return this.options.application.id;
  }

  nowMs(): number {
    return this.clock.now().getTime();
  }

  wireMs(): number {
    return this.wireClock.now().getTime();
  }

  /** Later than every earlier id, even while the clock stands still or goes back. */
  nextId(): string {
    const earliest = snowflakeAt(this.nowMs());
    const next = BigInt(this.state.lastSnowflake) + 1n;
    this.state.lastSnowflake = String(earliest > next ? earliest : next);
    return this.state.lastSnowflake;
  }

  /** For what must not be guessed in Discord and must be repeatable here: tokens, session ids. */
  nextSecret(prefix: string): string {
    this.state.counter += 1;
    return `${prefix}${String(this.state.counter).padStart(9, '0')}`;
  }
}
