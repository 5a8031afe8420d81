import type { Workspace } from '../../state/workspace.ts';

/** What a person types reaches apps escaped. https://docs.slack.dev/messaging/formatting-message-text/#escaping */
function escapeTyped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `@ann` and `#general` become the tokens that Slack puts in their place. */
export function linkNames(workspace: Workspace, text: string): string {
  const { users, conversations } = workspace.state;
  const people = new Map(Object.values(users).map((user) => [user.name, user.id]));
  const channels = new Map(Object.values(conversations).map((channel) => [channel.name, channel.id]));
  return escapeTyped(text)
    .replaceAll(/@([\p{L}\p{N}._-]+)/gu, (all, name: string) => token(all, name, { ids: people, sign: '@' }))
    .replaceAll(/#([\p{L}\p{N}._-]+)/gu, (all, name: string) =>
      token(all, name, { ids: channels, sign: '#' }),
    );
}

function token(all: string, name: string, { ids, sign }: { ids: Map<string, string>; sign: string }): string {
  const id = ids.get(name);
  return id === undefined ? all : `<${sign}${id}|${name}>`;
}

/** A message as typed: names linked, addresses made into links, the client's own escapes. */
export function typedMessage(workspace: Workspace, text: string): string {
  return linkNames(workspace, text)
    .replaceAll(/<@(\w+)\|[^>]*>/g, '<@$1>')
    .replaceAll(/(?<![<|])\bhttps?:\/\/[^\s<>|]+/g, '<$&>');
}
