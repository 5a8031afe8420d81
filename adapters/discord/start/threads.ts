import type { Client } from 'discord.js';
import { ChannelType } from 'discord-api-types/v10';
import type { DiscordApi } from '../send/api.ts';

const KEPT = 10_000;

/** Which channel a thread of the bot's own hangs in. Discord sends the ones that are alive; others are asked for once. */
export class Threads {
  readonly #client: Client;
  readonly #api: DiscordApi;
  readonly #asked = new Map<string, string | undefined>();

  constructor(client: Client, api: DiscordApi) {
    this.#client = client;
    this.#api = api;
  }

  /** Undefined: it is no thread, or somebody else's. */
  async parentOf(channelId: string): Promise<string | undefined> {
    const channel = this.#client.channels.cache.get(channelId);
    if (!channel) return this.#asked.has(channelId) ? this.#asked.get(channelId) : this.#ask(channelId);
    if (!channel.isThread() || channel.ownerId !== this.#client.user?.id) return undefined;
    return channel.parentId ?? undefined;
  }

  async #ask(channelId: string): Promise<string | undefined> {
    if (this.#asked.size >= KEPT) this.#asked.clear();
    const channel = await this.#api.channel(channelId);
    const isOwn = channel.type === ChannelType.PublicThread && channel.owner_id === this.#client.user?.id;
    const parent = isOwn ? (channel.parent_id ?? undefined) : undefined;
    this.#asked.set(channelId, parent);
    return parent;
  }
}
