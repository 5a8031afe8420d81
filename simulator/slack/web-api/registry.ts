import type { Method } from './method.ts';
import { appsConnectionsOpen } from './methods/apps.ts';
import { authTest } from './methods/auth.ts';
import { chatDelete, chatPostEphemeral, chatPostMessage, chatUpdate } from './methods/chat.ts';
import {
  conversationsInfo,
  conversationsList,
  conversationsMembers,
  conversationsOpen,
  usersConversations,
} from './methods/conversations.ts';
import { filesCompleteUpload, filesGetUploadUrl, filesInfo } from './methods/files.ts';
import { conversationsHistory, conversationsReplies } from './methods/history.ts';
import { botsInfo, teamInfo, usersInfo, usersList } from './methods/people.ts';
import { reactionsAdd } from './methods/reactions.ts';
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from './methods/views.ts';

/** Every method that this stand-in has. Any other name is `unknown_method`, as an honest gap. */
export const METHODS: Readonly<Record<string, Method>> = {
  'apps.connections.open': appsConnectionsOpen,
  'auth.test': authTest,
  'bots.info': botsInfo,
  'chat.delete': chatDelete,
  'chat.postEphemeral': chatPostEphemeral,
  'chat.postMessage': chatPostMessage,
  'chat.update': chatUpdate,
  'conversations.history': conversationsHistory,
  'conversations.info': conversationsInfo,
  'conversations.list': conversationsList,
  'conversations.members': conversationsMembers,
  'conversations.open': conversationsOpen,
  'conversations.replies': conversationsReplies,
  'files.completeUploadExternal': filesCompleteUpload,
  'files.getUploadURLExternal': filesGetUploadUrl,
  'files.info': filesInfo,
  'reactions.add': reactionsAdd,
  'team.info': teamInfo,
  'users.conversations': usersConversations,
  'users.info': usersInfo,
  'users.list': usersList,
  'views.open': viewsOpen,
  'views.publish': viewsPublish,
  'views.push': viewsPush,
  'views.update': viewsUpdate,
};
