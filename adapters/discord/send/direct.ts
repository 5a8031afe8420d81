import type { DiscordApi, Outgoing } from './api.ts';

const KEPT = 20_000;

/** The direct messages with people. Their channels never change, so that each is asked for once. */
export class DirectChannels {
  readonly #api: DiscordApi;
  readonly #known = new Map<string, string>();

  constructor(api: DiscordApi) {
    this.#api = api;
  }

  async with(userId: string): Promise<string> {
    const known = this.#known.get(userId);
    if (known) return known;
    const channel = await this.#api.direct(userId);
    if (this.#known.size >= KEPT) this.#known.clear();
    this.#known.set(userId, channel);
    return channel;
  }

  async post(userId: string, message: Outgoing): Promise<void> {
    await this.#api.post(await this.with(userId), message);
  }
}
