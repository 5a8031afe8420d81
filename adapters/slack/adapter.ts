import type { RequestListener } from 'node:http';
import type { FastifyPluginAsync } from 'fastify';
import type { Incoming } from '../../src/chat/incoming.ts';
import type { PlatformPort } from '../../src/chat/platform-port.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { RecentKeys } from '../shared/recent-keys.ts';
import { realTimers } from '../shared/timers.ts';
import { Work } from '../shared/work.ts';
import { Answers } from './answer/answers.ts';
import { askerOf } from './answer/asker.ts';
import { SLACK_TIMING, type SlackCollaborators, slackMetrics } from './collaborators.ts';
import { Artist } from './send/artist.ts';
import { slackClient } from './send/client.ts';
import { slackFiles } from './send/files.ts';
import { Pace } from './send/pace.ts';
import { slackPort } from './send/port.ts';
import { Locales } from './serve/locales.ts';
import { boltApp } from './start/bolt-app.ts';
import { boltLogger } from './start/bolt-logger.ts';
import { slackRoutes } from './start/http-plugin.ts';
import { type Identity, identify } from './start/identity.ts';
import { openDoors } from './start/receivers.ts';

export interface SlackAdapter extends AsyncDisposable {
  readonly port: PlatformPort;
  /** HTTP mode: registered on the process's server, it serves `/slack/events`. Undefined in Socket Mode. */
  readonly plugin: FastifyPluginAsync | undefined;
  readonly requestListener: RequestListener | undefined;
  /** Asks Slack who the bot is and, in Socket Mode, connects. Throws with the remedy when the tokens are wrong. */
  start(): Promise<void>;
  /** Brings the reply of a request that an earlier process left unfinished, by whatever way is still open. */
  answerLate(incoming: Incoming, reply: Reply<string>): Promise<void>;
}

/** Slack, translated. Nothing is sent before `start`. */
export function createSlackAdapter(collaborators: SlackCollaborators): SlackAdapter {
  const { config, log } = collaborators;
  const metrics = slackMetrics(collaborators.metrics);
  const logger = boltLogger(log);
  const doors = openDoors({ config, logger, metrics });
  const work = new Work();
  const { desk, client, port } = assemble(collaborators, () => known().teamId);
  let identity: Identity | undefined;
  const known = (): Identity => {
    if (!identity) throw new Error('The Slack adapter was asked for something before start()');
    return identity;
  };
  boltApp(desk, { config, receiver: doors.receiver, logger, identity: known, work });
  return {
    port,
    requestListener: doors.requestListener,
    plugin: doors.requestListener && slackRoutes(doors.requestListener),
    async start() {
      identity = await identify(client, log);
      if (!doors.requestListener) await doors.receiver.start();
    },
    answerLate: (incoming, reply) => desk.answers.give(askerOf(incoming), reply),
    async [Symbol.asyncDispose]() {
      if (!doors.requestListener) await doors.receiver.stop();
      await work.over();
    },
  };
}

function assemble(collaborators: SlackCollaborators, workspace: () => string) {
  const { config, conversations, log } = collaborators;
  const { timing = SLACK_TIMING, timers = realTimers } = collaborators;
  const client = slackClient(config, boltLogger(log));
  const files = slackFiles(client, config.botToken);
  const artist = new Artist(files, log);
  const locales = new Locales({ client, timers, fallback: config.defaultLocale });
  const answers = new Answers({ client, log, timers, artist, files });
  const desk = {
    conversations,
    answers,
    client,
    log,
    metrics: slackMetrics(collaborators.metrics),
    timing,
    timers,
    locales,
    cards: collaborators.cards,
    recent: new RecentKeys(),
  };
  const port = slackPort({
    client,
    artist,
    files,
    log,
    pace: new Pace(timers),
    timers,
    workspace,
    localeOf: (userId) => locales.of(userId),
  });
  return { desk, client, port };
}
