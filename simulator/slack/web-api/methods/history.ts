import type { JsonObject } from '../../../common/json.ts';
import { isMember } from '../../state/conversations.ts';
import { messagesIn, repliesTo } from '../../state/messages.ts';
import type { Conversation, Message } from '../../state/model.ts';
import * as arg from '../arguments.ts';
import { requireKindScope, visibleConversation } from '../conversation-access.ts';
import { method, type Servers } from '../method.ts';
import { messageObject } from '../objects.ts';
import { PAGING, page } from '../paging.ts';
import { WebApiRefusal } from '../refusal.ts';

const WINDOW = {
  oldest: arg.text.optional(),
  latest: arg.text.optional(),
  inclusive: arg.flag.optional(),
  include_all_metadata: arg.flag.optional(),
};

/** https://docs.slack.dev/reference/methods/conversations.history */
export const conversationsHistory = method({
  args: { channel: arg.text, ...WINDOW, ...PAGING },
  run(args, servers) {
    const conversation = readable(servers, args.channel);
    // Newest first, and replies only in their thread.
    const all = messagesIn(servers.workspace, conversation.id)
      .filter((message) => message.threadTs === undefined && within(message, args))
      .toReversed();
    return answer(servers, all, args);
  },
});

/** https://docs.slack.dev/reference/methods/conversations.replies */
export const conversationsReplies = method({
  args: { channel: arg.text, ts: arg.text, ...WINDOW, ...PAGING },
  run(args, servers) {
    const conversation = readable(servers, args.channel);
    const messages = messagesIn(servers.workspace, conversation.id);
    const parent = messages.find((message) => message.ts === args.ts);
    if (!parent) throw new WebApiRefusal('thread_not_found');
    const replies = repliesTo(servers.workspace, conversation.id, parent.ts).filter((one) =>
      within(one, args),
    );
    return answer(servers, [parent, ...replies], args);
  },
});

function readable(servers: Servers, channel: string): Conversation {
  const conversation = visibleConversation(servers, channel);
  requireKindScope(servers, conversation, 'history');
  if (!isMember(conversation, servers.workspace.bot.userId)) throw new WebApiRefusal('not_in_channel');
  return conversation;
}

interface Window {
  readonly oldest?: string | undefined;
  readonly latest?: string | undefined;
  readonly inclusive?: boolean | undefined;
  readonly include_all_metadata?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

function within({ ts }: Message, { oldest = '0', latest = '9', inclusive = false }: Window): boolean {
  const [at, from, to] = [
    Number(ts),
    Number(oldest),
    latest === '9' ? Number.POSITIVE_INFINITY : Number(latest),
  ];
  return inclusive ? at >= from && at <= to : at > from && at < to;
}

function answer({ workspace }: Servers, all: readonly Message[], window: Window): JsonObject {
  const { items, hasMore, response_metadata } = page(all, window);
  const messages = items.map((message) => withoutMetadata(messageObject(workspace, message), window));
  return { ok: true, messages, has_more: hasMore, pin_count: 0, ...(hasMore ? { response_metadata } : {}) };
}

function withoutMetadata(message: JsonObject, { include_all_metadata: all = false }: Window): JsonObject {
  const { metadata, ...rest } = message;
  return all && metadata ? { ...rest, metadata } : rest;
}
