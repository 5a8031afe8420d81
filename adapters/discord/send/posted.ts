import { createHash } from 'node:crypto';
import type { APIMessage } from 'discord-api-types/v10';
import { LIMITS } from '../limits.ts';
import type { DiscordApi } from './api.ts';

const digest = (deliveryKey: string): Buffer => createHash('sha256').update(deliveryKey).digest();

/**
 * Within a few minutes Discord itself takes a message with the same nonce once only.
 * https://discord.com/developers/docs/resources/message#create-message (enforce_nonce)
 */
export const nonceOf = (deliveryKey: string): string =>
  digest(deliveryKey).toString('base64url').slice(0, LIMITS.nonce.chars);

/**
 * Later than that the message is found by the number of its container, which Discord keeps as it was given; of the nonce
 * it tells nobody any more. https://discord.com/developers/docs/components/reference#anatomy-of-a-component
 */
export const markOf = (deliveryKey: string): number =>
  (digest(deliveryKey).readUInt32BE(0) & 0x7f_ff_ff_ff) | 0x1000;

// A retry follows within minutes; further back than this the message cannot stand.
const LOOK_BACK = 100;

/** The message that carries this key already, if there is one among the latest of the channel. */
export async function alreadyPosted(
  api: Pick<DiscordApi, 'messages'>,
  channel: string,
  deliveryKey: string,
): Promise<string | undefined> {
  const mark = markOf(deliveryKey);
  const messages = await api.messages(channel, { limit: LOOK_BACK });
  return messages.find((message) => carries(message, mark))?.id;
}

const carries = ({ components = [] }: APIMessage, mark: number): boolean =>
  components.some(({ id }) => id === mark);
