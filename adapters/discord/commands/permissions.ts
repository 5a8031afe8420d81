import { OAuth2Scopes, PermissionFlagsBits } from 'discord.js';

/** What the bot asks a server for, and what it does with it: said when one is missing. */
export const BOT_PERMISSIONS = [
  { name: 'View Channels', flag: PermissionFlagsBits.ViewChannel, use: 'finds the staff channel' },
  { name: 'Send Messages', flag: PermissionFlagsBits.SendMessages, use: 'posts the cards of cases' },
  {
    name: 'Create Public Threads',
    flag: PermissionFlagsBits.CreatePublicThreads,
    use: 'a thread for each case',
  },
  {
    name: 'Send Messages in Threads',
    flag: PermissionFlagsBits.SendMessagesInThreads,
    use: 'notes under a case',
  },
  { name: 'Attach Files', flag: PermissionFlagsBits.AttachFiles, use: 'sends charts and exported files' },
  {
    name: 'Read Message History',
    flag: PermissionFlagsBits.ReadMessageHistory,
    use: 'redraws its cards and never sends one twice',
  },
] as const;

const SCOPES = [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands] as const;

/** Where an administrator adds the bot to a server, with exactly what it needs. */
export function inviteLink(application: string): string {
  const permissions = BOT_PERMISSIONS.reduce((all, { flag }) => all | flag, 0n);
  const query = new URLSearchParams({
    client_id: application,
    permissions: String(permissions),
    scope: SCOPES.join(' '),
    integration_type: '0',
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
