import type { Method } from './method.ts';
import { appsConnectionsOpen } from './methods/apps.ts';
import { authTest } from './methods/auth.ts';
import { chatDelete, chatPostEphemeral, chatPostMessage, chatUpdate } from './methods/chat.ts';
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from './methods/views.ts';

/** Every method that this stand-in has. Any other name is `unknown_method`, as an honest gap. */
export const METHODS: Readonly<Record<string, Method>> = {
  'apps.connections.open': appsConnectionsOpen,
  'auth.test': authTest,
  'chat.delete': chatDelete,
  'chat.postEphemeral': chatPostEphemeral,
  'chat.postMessage': chatPostMessage,
  'chat.update': chatUpdate,
  'views.open': viewsOpen,
  'views.publish': viewsPublish,
  'views.push': viewsPush,
  'views.update': viewsUpdate,
};
