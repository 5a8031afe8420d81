import {
  App,
  type BlockAction,
  type ButtonAction,
  type Logger,
  type Receiver,
  type ViewSubmitAction,
} from '@slack/bolt';
import type { Work } from '../../shared/work.ts';
import type { SlackConfig } from '../collaborators.ts';
import { ReplayRefused } from '../serve/admit.ts';
import { serveClick } from '../serve/click.ts';
import { serveCommand } from '../serve/command.ts';
import type { Desk } from '../serve/desk.ts';
import { serveHome, serveMessage } from '../serve/events.ts';
import { serveSubmission } from '../serve/submission.ts';
import type { Identity } from './identity.ts';

interface BoltParts {
  readonly config: SlackConfig;
  readonly receiver: Receiver;
  readonly logger: Logger;
  readonly identity: () => Identity;
  readonly work: Work;
}

/** The handlers, the same for HTTP and Socket Mode. */
export function boltApp(desk: Desk, { config, receiver, logger, identity, work }: BoltParts): App {
  const app = new App({
    receiver,
    logger,
    // Bolt would remember every conversation for ever.
    convoStore: false,
    authorize: async () => {
      const { botId, botUserId } = identity();
      return { botToken: config.botToken, botId, botUserId };
    },
  });
  app.command(/.*/, (args) => work.track(serveCommand(desk, args)));
  app.action<BlockAction<ButtonAction>>({ type: 'block_actions' }, ({ body, ack }) =>
    work.track(serveClick(desk, { body, ack: () => ack() })),
  );
  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: /.*/ }, (args) =>
    work.track(serveSubmission(desk, args)),
  );
  app.event('app_home_opened', ({ body, event }) => work.track(serveHome(desk, body, event)));
  app.event('message', ({ body, event }) =>
    work.track(serveMessage(desk, { envelope: body, event, botUser: identity().botUserId })),
  );
  app.error(async (error) => {
    if (!isReplay(error)) desk.log.error({ err: error }, 'Slack: a request could not be served');
    throw isReplay(error) ?? error;
  });
  return app;
}

// Bolt wraps what its listeners throw.
function isReplay(error: unknown): ReplayRefused | undefined {
  if (error instanceof ReplayRefused) return error;
  if (typeof error !== 'object' || error === null) return undefined;
  const inner: unknown = 'original' in error ? error.original : undefined;
  return inner instanceof ReplayRefused ? inner : undefined;
}
