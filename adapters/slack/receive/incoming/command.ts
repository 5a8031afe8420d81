import type { SlashCommand } from '@slack/bolt';
import type { Incoming } from '../../../../src/chat/incoming.ts';
import { isDirect, placeOf } from '../place.ts';
import { asTyped } from '../typed-text.ts';

/** `/baobei report list` is `/report list`. */
export const UMBRELLA_AREA = 'baobei';

/** A slash command. Its trigger id is its identity: Slack makes a new one for each, a replay repeats it. */
export function commandIncoming(command: SlashCommand, locale?: string): Incoming {
  const { channel_id: channel, response_url: responseUrl, trigger_id: trigger } = command;
  return {
    kind: 'command',
    key: `command:${trigger}`,
    account: { platform: 'slack', workspace: command.team_id, userId: command.user_id },
    accountName: command.user_name,
    place: placeOf({ channel, direct: isDirect(channel) }, { trigger, responseUrl }),
    ...lineOf(command),
    ...(locale ? { locale } : {}),
  };
}

function lineOf({ command, text }: SlashCommand): { readonly area: string; readonly text: string } {
  const area = command.replace(/^\//, '');
  const typed = asTyped(text);
  if (area !== UMBRELLA_AREA) return { area, text: typed };
  const [, meant = '', rest = ''] = /^\s*\/?(\S*)\s*([\s\S]*)$/.exec(typed) ?? [];
  return { area: meant === '' ? 'help' : meant.toLowerCase(), text: rest };
}
