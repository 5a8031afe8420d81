import { isObject, type JsonObject, objectsAt, stringAt } from '../../common/json.ts';
import { findMessage } from '../state/messages.ts';
import type { Message, User } from '../state/model.ts';
import type { Servers } from '../state/servers.ts';

export interface Mentions {
  readonly everyone: boolean;
  readonly users: readonly User[];
  readonly roles: readonly string[];
}

/**
 * Whom a message pings: what its text names, narrowed by `allowed_mentions`.
 * https://discord.com/developers/docs/resources/message#allowed-mentions-object
 */
export function mentionsOf(servers: Servers, message: Message): Mentions {
  const text = [message.content, ...textsIn(message.components)].join('\n').replaceAll(/`[^`]*`/g, '');
  const allowed = message.allowedMentions;
  const named = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];
  const passes = (kind: 'users' | 'roles') => (id: string) => isAllowed(allowed, kind, id);
  return {
    everyone: /@(everyone|here)\b/.test(text) && parses(allowed, 'everyone'),
    users: [...named(/<@!?(\d+)>/g).filter(passes('users')), ...repliedTo(servers, message)].flatMap(
      (id) => servers.state.users[id] ?? [],
    ),
    roles: named(/<@&(\d+)>/g).filter(passes('roles')),
  };
}

/** Whoever is replied to is pinged as well, unless the app says otherwise. */
function repliedTo(servers: Servers, { type, channelId, reference, allowedMentions }: Message): string[] {
  const wanted = allowedMentions === undefined || allowedMentions.replied_user === true;
  const replied = type === 'reply' && reference ? findMessage(servers, channelId, reference) : undefined;
  return wanted && replied && replied.authorId !== servers.botId ? [replied.authorId] : [];
}

function isAllowed(allowed: JsonObject | undefined, kind: 'users' | 'roles', id: string): boolean {
  const listed = allowed?.[kind];
  return parses(allowed, kind) || (Array.isArray(listed) && listed.includes(id));
}

function parses(allowed: JsonObject | undefined, kind: string): boolean {
  if (allowed === undefined) return true;
  const { parse } = allowed;
  // An object without `parse` and without lists allows nothing but what it lists.
  return Array.isArray(parse) && parse.includes(kind);
}

/** The contents of text displays, however deep. Buttons and menus ping nobody. */
function textsIn(components: readonly JsonObject[]): string[] {
  return components.flatMap((component) => [
    ...(component.type === 10 ? [stringAt(component, 'content') ?? ''] : []),
    ...textsIn(objectsAt(component, 'components')),
    ...(isObject(component.accessory) ? textsIn([component.accessory]) : []),
  ]);
}
