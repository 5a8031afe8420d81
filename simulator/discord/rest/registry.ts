import type { Route } from './route.ts';
import { APPLICATION_ROUTES } from './routes/application.ts';
import { CALLBACK_ROUTES } from './routes/callback.ts';
import { CHANNEL_ROUTES } from './routes/channels.ts';
import { COMMAND_ROUTES } from './routes/commands.ts';
import { GUILD_ROUTES } from './routes/guilds.ts';
import { MESSAGE_ROUTES } from './routes/messages.ts';
import { THREAD_ROUTES } from './routes/threads.ts';
import { WEBHOOK_ROUTES } from './routes/webhooks.ts';

/** Everything of Discord's REST API that the stand-in speaks. */
export const ROUTES: readonly Route[] = [
  ...APPLICATION_ROUTES,
  ...CALLBACK_ROUTES,
  ...CHANNEL_ROUTES,
  ...COMMAND_ROUTES,
  ...GUILD_ROUTES,
  ...MESSAGE_ROUTES,
  ...THREAD_ROUTES,
  ...WEBHOOK_ROUTES,
];
