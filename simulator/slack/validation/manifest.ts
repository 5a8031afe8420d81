import type { AppManifest, SlackSimulatorOptions } from '../options.ts';

/** https://docs.slack.dev/reference/events: the scope without which an event cannot be subscribed to. */
const EVENT_SCOPES: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  file_shared: 'files:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  'message.mpim': 'mpim:history',
  reaction_added: 'reactions:read',
};

/** Throws when Slack would not accept this app. https://docs.slack.dev/reference/app-manifest */
export function refuseManifest({ manifest, appToken }: SlackSimulatorOptions): void {
  const granted = manifest.oauth_config?.scopes?.bot ?? [];
  const problems = [...commandProblems(manifest), ...eventProblems(manifest, granted)];
  if (manifest.settings?.socket_mode_enabled && !appToken) problems.push('Socket Mode needs an app token');
  if (problems.length > 0) throw new Error(`Slack would refuse this manifest: ${problems.join('; ')}`);
}

function commandProblems({ features }: AppManifest): string[] {
  const commands = features?.slash_commands ?? [];
  const names = commands.map(({ command }) => command);
  return [
    ...(commands.length > 50 ? ['at most 50 slash commands'] : []),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} is there twice`),
    ...commands.flatMap(({ command, description, usage_hint: hint = '' }) => [
      ...(/^\/[^\s/]{1,31}$/.test(command)
        ? []
        : [`"${command}" is no command: a slash, then up to 31 characters`]),
      ...(description.length > 0 && description.length <= 2_000
        ? []
        : [`${command}: description of 1 to 2000 characters`]),
      ...(hint.length <= 1_000 ? [] : [`${command}: usage_hint of at most 1000 characters`]),
    ]),
  ];
}

function eventProblems({ settings, features }: AppManifest, granted: readonly string[]): string[] {
  const missing = (scope: string) => !granted.includes(scope);
  const events = settings?.event_subscriptions?.bot_events ?? [];
  const needs = events.flatMap((event) => EVENT_SCOPES[event] ?? []);
  if ((features?.slash_commands ?? []).length > 0) needs.push('commands');
  return [...new Set(needs)].filter(missing).map((scope) => `the scope ${scope} is missing`);
}
