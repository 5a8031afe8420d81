import {
  type APIInteractionResponse,
  type APIInteractionResponseCallbackData,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { AdapterLog } from '../../shared/log.ts';
import { type DrawnMessage, written } from '../draw/cards/message.ts';
import type { DiscordApi, Hook, Outgoing } from '../send/api.ts';
import { isAnswered, isTooLate } from '../send/errors.ts';
import { type Asker, cameInModal } from './asker.ts';

/**
 * How far the answer to an interaction has come. `waiting`: Discord shows that the bot is at work. `quiet`: Discord knows
 * that it arrived, and the message that was pressed stands as it is. `over`: by other ways only.
 */
type State = 'open' | 'waiting' | 'quiet' | 'answered' | 'over';

export interface ResponseParts {
  readonly api: DiscordApi;
  readonly log: AdapterLog;
  /** Sends where only this person reads it, when the interaction can be answered no more. */
  readonly direct: (userId: string, message: Outgoing) => Promise<void>;
  readonly acknowledged: () => void;
}

/**
 * The one answer that an interaction has, whose first part must come within three seconds.
 * https://discord.com/developers/docs/interactions/receiving-and-responding
 */
export class InteractionAnswer {
  readonly #parts: ResponseParts;
  readonly #asker: Asker;
  #state: State;

  constructor(parts: ResponseParts, asker: Asker, state: 'open' | 'over' = 'open') {
    this.#parts = parts;
    this.#asker = asker;
    this.#state = state;
  }

  /** A modal is a first answer or none, and a modal is not answered with another. */
  get takesModal(): boolean {
    return this.#state === 'open' && !cameInModal(this.#asker);
  }

  /** False when Discord takes it no more. */
  modal(data: APIModalInteractionResponseCallbackData): Promise<boolean> {
    return this.#first({ type: InteractionResponseType.Modal, data }, 'answered');
  }

  /** Tells Discord that it takes longer. */
  async later(): Promise<void> {
    if (this.#state !== 'open') return;
    // What was pressed in a private message is answered in its place, which only stays open this way.
    if (this.#asker.token.isPrivate) {
      await this.#first({ type: InteractionResponseType.DeferredMessageUpdate }, 'quiet');
      return;
    }
    const data = { flags: MessageFlags.Ephemeral } as const;
    await this.#first({ type: InteractionResponseType.DeferredChannelMessageWithSource, data }, 'waiting');
  }

  /** There is nothing to say. */
  async nothing(): Promise<void> {
    if (this.#state === 'open') {
      const onMessage = this.#asker.incoming.place.message !== undefined;
      if (onMessage) await this.#first({ type: InteractionResponseType.DeferredMessageUpdate }, 'quiet');
      else await this.later();
    }
    if (this.#state === 'waiting') await this.#attempt((hook) => this.#parts.api.deleteAnswer(hook));
  }

  /** Shows messages to the asker alone. `replacing`: the first takes the place of the private one that was pressed. */
  async show(messages: readonly DrawnMessage[], { replacing = false } = {}): Promise<void> {
    const inPlace = replacing && this.#asker.token.isPrivate !== undefined;
    const [first, ...others] = messages;
    if (!first) return this.nothing();
    await this.#showFirst(first, inPlace);
    for (const message of others) await this.#further(message);
  }

  async #showFirst(message: DrawnMessage, inPlace: boolean): Promise<void> {
    if (this.#state === 'open') {
      const { body, files } = outgoing(message, !inPlace);
      const type = inPlace
        ? InteractionResponseType.UpdateMessage
        : InteractionResponseType.ChannelMessageWithSource;
      const data = body as APIInteractionResponseCallbackData;
      if (await this.#first({ type, data }, 'answered', files)) return;
    }
    const edits = this.#state === 'waiting' || (this.#state === 'quiet' && inPlace);
    if (!edits) return this.#further(message);
    this.#state = 'answered';
    const edited = await this.#attempt((hook) => this.#parts.api.editAnswer(hook, outgoing(message, false)));
    if (!edited) await this.#directly(message);
  }

  async #further(message: DrawnMessage): Promise<void> {
    const followed = await this.#attempt((hook) => this.#parts.api.followUp(hook, outgoing(message, true)));
    if (!followed) await this.#directly(message);
  }

  async #directly(message: DrawnMessage): Promise<void> {
    await this.#parts.direct(this.#asker.account.userId, outgoing(message, false));
  }

  async #first(body: APIInteractionResponse, next: State, files?: Outgoing['files']): Promise<boolean> {
    const { interaction: id, token } = this.#asker.token;
    if (!id || !token) return false;
    try {
      await this.#parts.api.respond({ id, token }, body, files);
    } catch (error) {
      if (!isAnswered(error)) return this.#tooLate(error);
    }
    if (this.#state === 'open') this.#parts.acknowledged();
    this.#state = next;
    return true;
  }

  #tooLate(error: unknown): false {
    if (!isTooLate(error)) throw error;
    this.#parts.log.info({ err: error }, 'Discord waited no longer for an answer; answering another way');
    this.#state = 'over';
    return false;
  }

  async #attempt(call: (hook: Hook) => Promise<void>): Promise<boolean> {
    const { application, token } = this.#asker.token;
    if (!application || !token) return false;
    try {
      await call({ application, token });
      return true;
    } catch (error) {
      return this.#tooLate(error);
    }
  }
}

function outgoing(message: DrawnMessage, isPrivate: boolean): Outgoing {
  const files = (message.files ?? []).map(({ name, data }) => ({ name, data: Buffer.from(data) }));
  return { body: written(message, { isPrivate }), files };
}
