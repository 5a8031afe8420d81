import { appManifest } from '../../../adapters/slack/manifest/app.ts';
import { CAST } from '../../../simulator/demo/cast.ts';
import { discordSeed } from '../../../simulator/demo/discord-seed.ts';
import { slackSeed } from '../../../simulator/demo/slack-seed.ts';
import type { Control as DiscordControl } from '../../../simulator/discord/control/control.ts';
import type { DiscordSimulatorOptions } from '../../../simulator/discord/options.ts';
import { startDiscordSimulator } from '../../../simulator/discord/start.ts';
import type { Control as SlackControl } from '../../../simulator/slack/control/control.ts';
import { startSlackSimulator } from '../../../simulator/slack/start.ts';
import type { PlatformName } from '../../../src/chat/incoming.ts';
import type { Clock } from '../../../src/platform/clock.ts';

export type Mode = 'http' | 'socket';

export const SLACK_SECRET = 'a-signing-secret-for-tests';
export const DISCORD_TOKEN = 'a-discord-token-for-tests';

/** The platforms that a test runs on. */
export interface StandIns {
  readonly slack?: SlackControl;
  readonly slackUrl?: string;
  readonly discord?: DiscordControl;
  readonly discordUrl?: string;
}

export interface Standing {
  readonly platforms: ReadonlySet<PlatformName>;
  readonly clock: Clock;
  readonly mode: Mode;
  readonly discord: Partial<DiscordSimulatorOptions>;
  readonly botUrl: () => string | undefined;
}

export async function startStandIns(stack: AsyncDisposableStack, standing: Standing): Promise<StandIns> {
  const { platforms } = standing;
  return {
    ...(platforms.has('slack') ? await slack(stack, standing) : {}),
    ...(platforms.has('discord') ? await discord(stack, standing) : {}),
  };
}

async function slack(stack: AsyncDisposableStack, { clock, mode, botUrl }: Standing): Promise<StandIns> {
  const { control, apiUrl } = stack.use(
    await startSlackSimulator({
      ...slackSeed(CAST),
      clock,
      botToken: 'xoxb-test',
      appToken: 'xapp-test',
      signingSecret: SLACK_SECRET,
      manifest: appManifest(mode === 'http' ? 'https://bot.example' : undefined),
      requestUrl: () => botUrl() && `${botUrl()}/slack/events`,
    }),
  );
  return { slack: control, slackUrl: apiUrl };
}

async function discord(
  stack: AsyncDisposableStack,
  { clock, discord: options }: Standing,
): Promise<StandIns> {
  const { control, apiUrl } = stack.use(
    await startDiscordSimulator({ ...discordSeed(CAST), clock, botToken: DISCORD_TOKEN, ...options }),
  );
  return { discord: control, discordUrl: apiUrl };
}
