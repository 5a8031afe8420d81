import { shorten } from '../../shared/text/fit.ts';
import { LIMITS } from '../limits.ts';
import { EVENTS_PATH } from '../start/receivers.ts';
import { BOT_EVENTS, BOT_SCOPES } from './permissions.ts';

/** One slash command as people find it in Slack. */
export interface CommandEntry {
  readonly area: string;
  readonly description: string;
  /** What may follow, such as `new | list | show <report>`. */
  readonly usageHint: string;
}

interface ManifestOptions {
  readonly name: string;
  readonly description: string;
  readonly commands: readonly CommandEntry[];
  /** Where Slack reaches the bot, such as `https://bot.example.com`. Left out: Socket Mode. */
  readonly address?: string;
}

/**
 * The app manifest: all that a workspace must know of the bot. Throws when there are more commands than Slack takes.
 * https://docs.slack.dev/reference/app-manifest
 */
export function slackManifest({ name, description, commands, address }: ManifestOptions) {
  const url = address && `${address.replace(/\/$/, '')}${EVENTS_PATH}`;
  const at = url ? { request_url: url } : {};
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: { name, description: shorten(description, DISPLAY_DESCRIPTION) },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: name, always_online: true },
      slash_commands: slashCommands(commands, url),
    },
    oauth_config: { scopes: { bot: BOT_SCOPES.map(({ scope }) => scope) } },
    settings: {
      event_subscriptions: { ...at, bot_events: [...BOT_EVENTS] },
      interactivity: { is_enabled: true, ...at },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  };
}

export type SlackManifest = ReturnType<typeof slackManifest>;

// https://docs.slack.dev/reference/app-manifest#display
const DISPLAY_DESCRIPTION = 140;

/**
 * Slack's own commands, which no app may register: one of them in a manifest spoils the whole manifest.
 * https://slack.com/help/articles/201259356-Slash-commands-in-Slack
 */
const TAKEN_BY_SLACK: ReadonlySet<string> = new Set([
  ...['active', 'apps', 'archive', 'away', 'call', 'collapse', 'dm', 'dnd', 'expand', 'feed', 'feedback'],
  ...['invite', 'join', 'keys', 'leave', 'me', 'msg', 'mute', 'open', 'prefs', 'pro', 'remind', 'remove'],
  ...['rename', 'search', 'shortcuts', 'shrug', 'star', 'status', 'topic', 'unarchive', 'who'],
]);

function slashCommands(commands: readonly CommandEntry[], url: string | undefined) {
  const { commands: most, descriptionChars, usageHintChars } = LIMITS.manifest;
  if (commands.length > most) {
    throw new Error(`Slack takes ${most} slash commands, and there are ${commands.length}: join some areas.`);
  }
  const taken = commands.filter(({ area }) => TAKEN_BY_SLACK.has(area)).map(({ area }) => `/${area}`);
  if (taken.length > 0) throw new Error(`${taken.join(', ')} is Slack's own command: rename the area.`);
  return commands.map(({ area, description, usageHint }) => ({
    command: `/${area}`,
    description: shorten(description, descriptionChars),
    ...(usageHint === '' ? {} : { usage_hint: shorten(usageHint, usageHintChars) }),
    // Names stay names: with escaping on, Slack would put ids in place of people and channels.
    should_escape: false,
    ...(url ? { url } : {}),
  }));
}
