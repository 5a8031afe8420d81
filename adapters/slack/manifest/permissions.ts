/** What the bot asks a workspace for, and what it does with it: shown when a scope is missing. */
export const BOT_SCOPES = [
  { scope: 'chat:write', use: 'sends cards and redraws them' },
  { scope: 'commands', use: 'slash commands' },
  { scope: 'im:write', use: 'opens direct messages' },
  { scope: 'im:history', use: 'hears answers in direct messages, and never sends a card twice' },
  {
    scope: 'channels:history',
    use: 'hears answers under its cards in channels, and never sends a card twice',
  },
  { scope: 'groups:history', use: 'the same in private channels' },
  { scope: 'users:read', use: 'answers in the language that a person reads' },
  { scope: 'files:read', use: 'fetches evidence that was handed in' },
  { scope: 'files:write', use: 'sends charts and exported files' },
] as const;

/** What the bot hears of without being asked. https://docs.slack.dev/reference/events */
export const BOT_EVENTS = ['app_home_opened', 'message.im', 'message.channels', 'message.groups'] as const;
