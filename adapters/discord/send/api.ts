import { type RawFile, type REST, Routes } from 'discord.js';
import type {
  APIAttachment,
  APIChannel,
  APIInteractionResponse,
  APIMessage,
  RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import { isBrokenConnection } from './errors.ts';

/** What is sent as a message: its JSON, and the files beside it. */
export interface Outgoing {
  readonly body: Partial<RESTPostAPIChannelMessageJSONBody>;
  readonly files?: readonly RawFile[];
}

/** The way by which an interaction is answered, for 15 minutes. */
export interface Hook {
  readonly application: string;
  readonly token: string;
}

/** The calls of Discord's API that the bot makes; nothing else of it is touched. */
export class DiscordApi {
  readonly #rest: REST;

  constructor(rest: REST) {
    this.#rest = rest;
  }

  /** The first answer to an interaction. */
  async respond(
    { id, token }: { readonly id: string; readonly token: string },
    body: APIInteractionResponse,
    files: readonly RawFile[] = [],
  ): Promise<void> {
    const route = Routes.interactionCallback(id, token);
    await onceMore(() => this.#rest.post(route, { body, auth: false, files: [...files] }));
  }

  async editAnswer({ application, token }: Hook, { body, files = [] }: Outgoing): Promise<void> {
    const route = Routes.webhookMessage(application, token);
    await onceMore(() => this.#rest.patch(route, { body, auth: false, files: [...files] }));
  }

  async deleteAnswer({ application, token }: Hook): Promise<void> {
    await this.#rest.delete(Routes.webhookMessage(application, token), { auth: false });
  }

  async followUp({ application, token }: Hook, { body, files = [] }: Outgoing): Promise<void> {
    await this.#rest.post(Routes.webhook(application, token), { body, auth: false, files: [...files] });
  }

  async post(channel: string, { body, files = [] }: Outgoing): Promise<APIMessage> {
    return (await this.#rest.post(Routes.channelMessages(channel), {
      body,
      files: [...files],
    })) as APIMessage;
  }

  async edit(channel: string, message: string, { body, files = [] }: Outgoing): Promise<void> {
    await this.#rest.patch(Routes.channelMessage(channel, message), { body, files: [...files] });
  }

  async message(channel: string, message: string): Promise<APIMessage> {
    return (await this.#rest.get(Routes.channelMessage(channel, message))) as APIMessage;
  }

  /** The newest of a channel, or those around a message. */
  async messages(channel: string, query: { limit: number; around?: string }): Promise<readonly APIMessage[]> {
    const { limit, around } = query;
    const search = new URLSearchParams({ limit: String(limit), ...(around ? { around } : {}) });
    return (await this.#rest.get(Routes.channelMessages(channel), {
      query: search,
    })) as readonly APIMessage[];
  }

  /** The direct messages with a person, opened if they never were. */
  async direct(userId: string): Promise<string> {
    const body = { recipient_id: userId };
    const { id } = (await this.#rest.post(Routes.userChannels(), { body })) as APIChannel;
    return id;
  }

  async startThread(channel: string, message: string, name: string): Promise<void> {
    await this.#rest.post(Routes.threads(channel, message), {
      body: { name, auto_archive_duration: WEEK_MINUTES },
    });
  }

  async channel(channel: string): Promise<APIChannel> {
    return (await this.#rest.get(Routes.channel(channel))) as APIChannel;
  }

  async register(application: string, commands: readonly object[]): Promise<void> {
    await this.#rest.put(Routes.applicationCommands(application), { body: commands });
  }
}

/** Where doing it twice does no harm and nobody else would: a connection that broke is tried once more. */
async function onceMore(call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!isBrokenConnection(error)) throw error;
    await call();
  }
}

// https://discord.com/developers/docs/resources/channel#thread-metadata-object
const WEEK_MINUTES = 10_080;

/** The file with this id under a message. */
export const attachmentOf = ({ attachments }: APIMessage, id: string): APIAttachment | undefined =>
  attachments.find((attachment) => attachment.id === id);
