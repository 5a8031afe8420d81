import type { Client } from 'discord.js';
import {
  type APIInteraction,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
} from 'discord-api-types/v10';
import type { Work } from '../../shared/work.ts';
import type { Desk } from '../serve/desk.ts';
import { serveInteraction } from '../serve/interaction.ts';
import { serveMessage } from '../serve/message.ts';
import type { Threads } from './threads.ts';

interface Listening {
  readonly desk: Desk;
  readonly work: Work;
  readonly threads: Threads;
}

/** discord.js's own objects need channels and people in its cache; what Discord sent needs nothing. */
export function listen(client: Client, { desk, work, threads }: Listening): void {
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
    void work.track(logged(desk, serveInteraction(desk, interaction)));
  });
  client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) => {
    const serving = async () => {
      if (message.author.bot) return;
      const parent = message.guild_id === undefined ? undefined : await threads.parentOf(message.channel_id);
      await serveMessage(desk, message, { botId: client.user?.id ?? '', parent });
    };
    void work.track(logged(desk, serving()));
  });
}

async function logged({ log }: Desk, serving: Promise<void>): Promise<void> {
  try {
    await serving;
  } catch (error) {
    log.error({ err: error }, 'Discord: a request could not be served');
  }
}
