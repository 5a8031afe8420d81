import type { SeedChannel, SeedUser, SlackSimulatorOptions } from '../options.ts';
import type { Conversation, SlackState, User } from './model.ts';

/** A workspace on its first morning: people, channels, the app installed, nothing said yet. */
export function seed(options: SlackSimulatorOptions): SlackState {
  const createdAt = options.clock.now().getTime();
  const users = [...options.users.map(person), botUser(options)];
  const channels = options.channels.map((channel) => conversation(channel, createdAt));
  return {
    users: Object.fromEntries(users.map((user) => [user.id, user])),
    conversations: Object.fromEntries(channels.map((channel) => [channel.id, channel])),
    messages: {},
    ephemerals: [],
    modals: {},
    homes: {},
    files: {},
    responseUrls: {},
    triggers: {},
    notices: [],
    suggestions: {},
    counter: 0,
    lastTsMicros: 0,
  };
}

function person(user: SeedUser): User {
  return {
    id: user.id,
    name: user.name,
    realName: user.realName ?? user.name,
    tz: user.tz ?? 'America/Los_Angeles',
    locale: user.locale ?? 'en-US',
    isBot: false,
    deleted: false,
  };
}

function botUser({ bot }: SlackSimulatorOptions): User {
  return {
    id: bot.userId,
    name: bot.name,
    realName: bot.name,
    tz: 'America/Los_Angeles',
    locale: 'en-US',
    isBot: true,
    deleted: false,
  };
}

function conversation(channel: SeedChannel, createdAt: number): Conversation {
  return {
    id: channel.id,
    name: channel.name,
    kind: channel.isPrivate ? 'private' : 'public',
    members: [...channel.members],
    createdAt,
    archived: false,
  };
}
