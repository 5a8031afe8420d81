import * as arg from '../arguments.ts';
import { existingMessage, visibleConversation } from '../conversation-access.ts';
import { method } from '../method.ts';
import { WebApiRefusal } from '../refusal.ts';

/** https://docs.slack.dev/reference/methods/reactions.add */
export const reactionsAdd = method({
  scopes: ['reactions:write'],
  args: { channel: arg.text, timestamp: arg.text, name: arg.text },
  run(args, servers) {
    const { workspace } = servers;
    if (!/^[a-z0-9_+'-]+$/.test(args.name)) throw new WebApiRefusal('invalid_name');
    const conversation = visibleConversation(servers, args.channel);
    const message = existingMessage(servers, conversation, args.timestamp);
    const users = message.reactions[args.name] ?? [];
    if (users.includes(workspace.bot.userId)) throw new WebApiRefusal('already_reacted');
    message.reactions[args.name] = [...users, workspace.bot.userId];
    workspace.changed('messages');
    return { ok: true };
  },
});
