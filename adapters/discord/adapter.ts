import type { Client } from 'discord.js';
import type { Incoming } from '../../src/chat/incoming.ts';
import type { PlatformPort } from '../../src/chat/platform-port.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { RecentKeys } from '../shared/recent-keys.ts';
import { realTimers } from '../shared/timers.ts';
import { Work } from '../shared/work.ts';
import { Answers } from './answer/answers.ts';
import { askerOf } from './answer/asker.ts';
import { InteractionAnswer } from './answer/response.ts';
import { Unsent } from './answer/unsent.ts';
import { DISCORD_TIMING, type DiscordCollaborators, discordMetrics } from './collaborators.ts';
import { inviteLink } from './commands/permissions.ts';
import { registerCommands } from './commands/register.ts';
import { DiscordApi } from './send/api.ts';
import { DirectChannels } from './send/direct.ts';
import { discordFiles } from './send/files.ts';
import { discordPort } from './send/port.ts';
import { Questions } from './send/questions.ts';
import type { Desk } from './serve/desk.ts';
import { discordClient } from './start/client.ts';
import { listen } from './start/listen.ts';
import { login, watch } from './start/login.ts';
import { sayWhatIsMissing } from './start/permissions.ts';
import { Threads } from './start/threads.ts';

export interface DiscordAdapter extends AsyncDisposable {
  readonly port: PlatformPort;
  /** Connects to the gateway and registers the commands. Throws with the remedy when Discord does not take the bot. */
  start(): Promise<void>;
  /** Brings the reply of a request that an earlier process left unfinished, by whatever way is still open. */
  answerLate(incoming: Incoming, reply: Reply<string>): Promise<void>;
}

/** Discord, translated. Nothing is sent before `start`. */
export function createDiscordAdapter(collaborators: DiscordCollaborators): DiscordAdapter {
  const { config, notes, log, commands } = collaborators;
  const client = discordClient(config);
  const work = new Work();
  const { desk, port, api } = assemble(collaborators, client);
  listen(client, { desk, work, threads: new Threads(client, api) });
  return {
    port,
    async start() {
      watch(client, log);
      const { application } = await login(client, config.token);
      if (config.staffChannel) sayWhatIsMissing(client, config.staffChannel, log);
      await registerCommands({ api, notes, log, application: application.id }, commands);
      log.info(
        { invite: inviteLink(application.id) },
        'connected to Discord; the link adds the bot to a server',
      );
    },
    async answerLate(incoming, reply) {
      const asker = askerOf(incoming);
      const answer = desk.answerTo(asker, { since: desk.timers.elapsed(), over: true });
      await desk.answers.give(asker, answer, reply);
    },
    async [Symbol.asyncDispose]() {
      await client.destroy();
      await work.over();
    },
  };
}

function assemble(collaborators: DiscordCollaborators, client: Client) {
  const { config, conversations, notes, log, cards } = collaborators;
  const { timing = DISCORD_TIMING, timers = realTimers } = collaborators;
  const metrics = discordMetrics(collaborators.metrics);
  const api = new DiscordApi(client.rest);
  const questions = new Questions(notes);
  const unsent = new Unsent();
  const channels = new DirectChannels(api);
  const direct = channels.post.bind(channels);
  const desk: Desk = {
    ...{ conversations, api, questions, unsent, log, metrics, timing, timers, cards },
    answers: new Answers({ questions, unsent }),
    recent: new RecentKeys(),
    answerTo: (asker, { since, over = false }) => {
      const acknowledged = () =>
        metrics.acknowledged(asker.incoming.kind, (timers.elapsed() - since) / 1_000);
      return new InteractionAnswer({ api, log, direct, acknowledged }, asker, over ? 'over' : 'open');
    },
  };
  const directWith = channels.with.bind(channels);
  const notAllowed = (channel: string) => sayWhatIsMissing(client, channel, log);
  const files = discordFiles(api, config.apiUrl);
  const port = discordPort({ api, files, questions, log, directWith, notAllowed });
  return { desk, port, api };
}
