import type { Route } from './route.ts';
import { APPLICATION_ROUTES } from './routes/application/application.ts';
import { COMMAND_ROUTES } from './routes/application/commands.ts';
import { USER_ROUTES } from './routes/application/users.ts';
import { CHANNEL_ROUTES } from './routes/guilds/channels.ts';
import { GUILD_ROUTES } from './routes/guilds/guilds.ts';
import { THREAD_ROUTES } from './routes/guilds/threads.ts';
import { CALLBACK_ROUTES } from './routes/interactions/callback.ts';
import { WEBHOOK_ROUTES } from './routes/interactions/webhooks.ts';
import { HISTORY_ROUTES } from './routes/messages/history.ts';
import { MESSAGE_ROUTES } from './routes/messages/messages.ts';

/** Everything of Discord's REST API that the stand-in speaks. */
export const ROUTES: readonly Route[] = [
  ...APPLICATION_ROUTES,
  ...CALLBACK_ROUTES,
  ...CHANNEL_ROUTES,
  ...COMMAND_ROUTES,
  ...GUILD_ROUTES,
  ...HISTORY_ROUTES,
  ...MESSAGE_ROUTES,
  ...THREAD_ROUTES,
  ...USER_ROUTES,
  ...WEBHOOK_ROUTES,
];
