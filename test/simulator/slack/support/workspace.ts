import type { AppManifest, SlackSimulatorOptions } from '../../../../simulator/slack/options.ts';
import { type RunningSlack, startSlackSimulator } from '../../../../simulator/slack/start.ts';

export const ANN = 'U0000ANN';
export const BEN = 'U0000BEN';
export const BOT = 'U0000BOT';
export const GENERAL = 'C0GENERAL';
export const STAFF = 'C0000STAFF';
export const BOT_TOKEN = 'xoxb-test';
export const APP_TOKEN = 'xapp-test';
export const SECRET = 'a-signing-secret';

export const ALL_SCOPES = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'mpim:history',
  'mpim:read',
  'mpim:write',
  'reactions:write',
  'team:read',
  'users:read',
];

export function aManifest(over: Partial<AppManifest> = {}): AppManifest {
  return {
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      slash_commands: [
        { command: '/ping', description: 'Answers', usage_hint: '[words]', should_escape: true },
      ],
    },
    oauth_config: { scopes: { bot: ALL_SCOPES } },
    settings: {
      event_subscriptions: { bot_events: ['app_home_opened', 'message.im', 'message.channels'] },
      interactivity: { is_enabled: true },
      socket_mode_enabled: false,
    },
    ...over,
  };
}

/** A clock that stands still until it is moved. */
export class MovableClock {
  #at = Date.UTC(2026, 4, 6, 2, 0, 0);

  now(): Date {
    return new Date(this.#at);
  }

  advance(ms: number): void {
    this.#at += ms;
  }
}

export function someOptions(over: Partial<SlackSimulatorOptions> = {}): SlackSimulatorOptions {
  return {
    clock: new MovableClock(),
    team: { id: 'T0TEAM', name: 'Acme', domain: 'acme' },
    users: [
      { id: ANN, name: 'ann', tz: 'Asia/Shanghai', locale: 'zh-CN' },
      { id: BEN, name: 'ben', tz: 'Europe/Berlin', locale: 'en-US' },
    ],
    channels: [
      { id: GENERAL, name: 'general', members: [ANN, BEN, BOT] },
      { id: STAFF, name: 'staff', members: [BEN], isPrivate: true },
    ],
    bot: { appId: 'A0APP', botId: 'B0BOT', userId: BOT, name: 'pinger' },
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    signingSecret: SECRET,
    manifest: aManifest(),
    ...over,
  };
}

export function startSlack(over: Partial<SlackSimulatorOptions> = {}): Promise<RunningSlack> {
  return startSlackSimulator(someOptions(over));
}
