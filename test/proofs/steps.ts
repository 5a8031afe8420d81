import { setTimeout as delay } from 'node:timers/promises';
import { NotPossible } from '../../simulator/common/not-possible.ts';
import type { UntilOptions } from '../../simulator/common/until.ts';

/** Where people act, and whether anybody is there to hear them. */
export interface Scene {
  readonly control: { until<T>(probe: () => T, options?: UntilOptions): Promise<NonNullable<T>> };
  readonly bot: { readonly alive: boolean };
}

/** A kept step must have its effect within this real time: a restart, its recovery, and Slack's pace. */
const EFFECT_MS = 60_000;
/** What only shows something may get lost; a person asks again after a while. */
export const ASK_AGAIN_MS = 4_000;
const MOST_ASKED = 60;
const TRY_AGAIN_MS = 100;
const MOST_TRIED = 3_000;

/** What came back of something that somebody did; nothing when it could not be done just now. */
export type Deed = () => Promise<{ readonly acked: boolean } | undefined>;

export interface Expected {
  readonly effect: () => boolean;
  /** What the person sees, for whoever reads a failed run. */
  readonly screen: () => string;
}

/** Done until it is acknowledged, then waited for. */
export async function kept({ control, bot }: Scene, deed: Deed, { effect, screen }: Expected): Promise<void> {
  for (let tried = 0; ; tried += 1) {
    if (effect()) return;
    if (tried > MOST_TRIED) throw new Error(`nobody hears of a step: ${effect}\n${screen()}`);
    const outcome = bot.alive ? await deed() : undefined;
    if (outcome?.acked) break;
    await delay(TRY_AGAIN_MS);
  }
  const what = () => `an acknowledged step to come true: ${effect}\n${screen()}`;
  await control.until(effect, { timeoutMs: EFFECT_MS, what });
}

/** Done again as long as it shows nothing; nobody asks for ever. */
export async function shown(
  { control, bot }: Scene,
  deed: Deed,
  { effect, screen }: Expected,
): Promise<void> {
  for (let asked = 0; !effect(); asked += 1) {
    if (asked > MOST_ASKED) throw new Error(`nothing shows what was asked for: ${effect}\n${screen()}`);
    if (bot.alive) await deed();
    await control.until(effect, { timeoutMs: ASK_AGAIN_MS }).catch(() => undefined);
  }
}

/** Undefined: it could not be done just now, as the screen was. */
export async function attempted<T>(deed: () => Promise<T>): Promise<T | undefined> {
  try {
    return await deed();
  } catch (error) {
    if (error instanceof NotPossible) return undefined;
    throw error;
  }
}
