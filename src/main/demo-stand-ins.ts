import { randomBytes } from 'node:crypto';
import { appManifest } from '../../adapters/slack/manifest/app.ts';
import { CAST } from '../../simulator/demo/cast.ts';
import { discordSeed } from '../../simulator/demo/discord-seed.ts';
import { slackSeed } from '../../simulator/demo/slack-seed.ts';
import { DiscordSimulator } from '../../simulator/discord/simulator.ts';
import type { Kept } from '../../simulator/persistence.ts';
import { SlackSimulator } from '../../simulator/slack/simulator.ts';
import type { Clock } from '../platform/clock.ts';

/** Only the stand-ins on this machine know them. */
const SLACK_TOKEN = 'xoxb-simulator';
const DISCORD_TOKEN = 'simulator.discord.token';

export interface StandIns {
  readonly slack: SlackSimulator;
  readonly discord: DiscordSimulator;
  readonly secrets: {
    readonly slackToken: string;
    readonly signingSecret: string;
    readonly discordToken: string;
  };
}

interface StandInParts {
  readonly clock: Clock;
  /** Left by an earlier run. */
  readonly kept: Kept | undefined;
  /** Where Slack's requests go, once that is known. */
  readonly requestUrl: () => string | undefined;
}

/** Slack and Discord with the cast in them, as they were left or as they begin. */
export function openStandIns({ clock, kept, requestUrl }: StandInParts): StandIns {
  const signingSecret = randomBytes(16).toString('hex');
  const slack = new SlackSimulator({
    ...slackSeed(CAST),
    ...{ clock, requestUrl, signingSecret },
    botToken: SLACK_TOKEN,
    manifest: appManifest('https://baobei.invalid'),
    ...(kept ? { snapshot: kept.slack } : {}),
  });
  const discord = new DiscordSimulator({
    ...discordSeed(CAST),
    clock,
    botToken: DISCORD_TOKEN,
    ...(kept ? { snapshot: kept.discord } : {}),
  });
  return {
    slack,
    discord,
    secrets: { slackToken: SLACK_TOKEN, signingSecret, discordToken: DISCORD_TOKEN },
  };
}
