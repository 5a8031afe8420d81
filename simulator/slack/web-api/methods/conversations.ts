import { canSee, isMember, openDirect } from '../../state/conversations.ts';
import type { Conversation } from '../../state/model.ts';
import * as arg from '../arguments.ts';
import { directWith, requireKindScope, visibleConversation } from '../conversation-access.ts';
import { method, requireScope, type Servers } from '../method.ts';
import { conversationObject } from '../objects.ts';
import { PAGING, page } from '../paging.ts';
import { WebApiRefusal } from '../refusal.ts';

/** https://docs.slack.dev/reference/methods/conversations.open */
export const conversationsOpen = method({
  args: {
    users: arg.text.optional(),
    channel: arg.text.optional(),
    return_im: arg.flag.optional(),
    prevent_creation: arg.flag.optional(),
  },
  run(args, servers) {
    const { workspace } = servers;
    const conversation = args.channel
      ? visibleConversation(servers, args.channel)
      : opened(servers, args.users);
    const full = args.return_im === true;
    const channel = full ? conversationObject(workspace, conversation) : { id: conversation.id };
    return { ok: true, channel };
  },
});

function opened(servers: Servers, users: string | undefined): Conversation {
  const ids = (users ?? '').split(',').filter((id) => id !== '');
  if (ids.length === 0) throw new WebApiRefusal('users_list_not_supplied');
  requireScope(servers, ids.length > 1 ? 'mpim:write' : 'im:write');
  if (ids.length > 8) throw new WebApiRefusal('too_many_users');
  const [only] = ids;
  if (ids.length === 1 && only) return directWith(servers, only);
  for (const id of ids) if (!servers.workspace.state.users[id]) throw new WebApiRefusal('user_not_found');
  return openDirect(servers.workspace, [...ids, servers.workspace.bot.userId]);
}

/** https://docs.slack.dev/reference/methods/conversations.info */
export const conversationsInfo = method({
  args: { channel: arg.text, include_locale: arg.flag.optional(), include_num_members: arg.flag.optional() },
  run(args, servers) {
    const conversation = visibleConversation(servers, args.channel);
    requireKindScope(servers, conversation, 'read');
    return { ok: true, channel: conversationObject(servers.workspace, conversation) };
  },
});

/** https://docs.slack.dev/reference/methods/conversations.members */
export const conversationsMembers = method({
  args: { channel: arg.text, ...PAGING },
  run(args, servers) {
    const conversation = visibleConversation(servers, args.channel);
    requireKindScope(servers, conversation, 'read');
    const { items, response_metadata } = page(conversation.members, args);
    return { ok: true, members: items, response_metadata };
  },
});

const KINDS: Readonly<Record<string, Conversation['kind']>> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'im',
  mpim: 'mpim',
};

const SCOPE_OF = {
  public: 'channels:read',
  private: 'groups:read',
  im: 'im:read',
  mpim: 'mpim:read',
} as const;

/** https://docs.slack.dev/reference/methods/conversations.list */
export const conversationsList = method({
  args: { types: arg.text.optional(), exclude_archived: arg.flag.optional(), ...PAGING },
  run: (args, servers) => listed(servers, args, (one) => canSee(one, servers.workspace.bot.userId)),
});

/** https://docs.slack.dev/reference/methods/users.conversations */
export const usersConversations = method({
  args: {
    user: arg.text.optional(),
    types: arg.text.optional(),
    exclude_archived: arg.flag.optional(),
    ...PAGING,
  },
  run(args, servers) {
    const bot = servers.workspace.bot.userId;
    const user = args.user ?? bot;
    if (!servers.workspace.state.users[user]) throw new WebApiRefusal('user_not_found');
    return listed(servers, args, (one) => canSee(one, bot) && isMember(one, user));
  },
});

interface Listing {
  readonly types?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

function listed(servers: Servers, args: Listing, wanted: (conversation: Conversation) => boolean) {
  const kinds = (args.types ?? 'public_channel').split(',').map((type) => KINDS[type.trim()]);
  for (const kind of kinds) {
    if (!kind) throw new WebApiRefusal('invalid_types');
    requireScope(servers, SCOPE_OF[kind]);
  }
  const { workspace } = servers;
  const all = Object.values(workspace.state.conversations).filter(
    (one) => kinds.includes(one.kind) && wanted(one),
  );
  const { items, response_metadata } = page(all, args);
  return { ok: true, channels: items.map((one) => conversationObject(workspace, one)), response_metadata };
}
