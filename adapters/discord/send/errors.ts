import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import { Undeliverable } from '../../../src/chat/platform-port.ts';

/** Discord asks for patience longer than a process should wait. Worth retrying, after that many seconds. */
class DiscordBusy extends Error {
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number, options?: ErrorOptions) {
    super(`Discord takes nothing more here for ${retryAfterSeconds} s`, options);
    this.name = 'DiscordBusy';
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/**
 * Refusals that no retry changes: the place, the message or the person is gone or closed to the bot, or the message can
 * never be drawn. https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
 */
const FOR_GOOD: ReadonlyMap<number, string> = new Map([
  [RESTJSONErrorCodes.UnknownChannel, 'unknown_channel'],
  [RESTJSONErrorCodes.UnknownGuild, 'unknown_guild'],
  [RESTJSONErrorCodes.UnknownMessage, 'unknown_message'],
  [RESTJSONErrorCodes.UnknownUser, 'unknown_user'],
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser, 'cannot_send_to_this_user'],
  [RESTJSONErrorCodes.CannotExecuteActionOnDMChannel, 'not_in_direct_messages'],
  [RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser, 'not_its_author'],
  [RESTJSONErrorCodes.InvalidFormBodyOrContentType, 'invalid_form_body'],
  [RESTJSONErrorCodes.ThreadLocked, 'thread_locked'],
  [RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds, 'no_mutual_server'],
]);

/** What the bot was not allowed; an administrator can put it right, and until then another way may be open. */
const NOT_ALLOWED: ReadonlyMap<number, string> = new Map([
  [RESTJSONErrorCodes.MissingAccess, 'missing_access'],
  [RESTJSONErrorCodes.MissingPermissions, 'missing_permissions'],
]);

/** Discord's number for what went wrong; nothing for anything that is not its refusal. */
const discordCode = (error: unknown): number | undefined =>
  error instanceof DiscordAPIError && typeof error.code === 'number' ? error.code : undefined;

export const isNotAllowed = (error: unknown): boolean => NOT_ALLOWED.has(discordCode(error) ?? 0);

/** The interaction or its way of answering is over, or never was. */
export const isTooLate = (error: unknown): boolean => OVER.has(discordCode(error) ?? 0);

const OVER: ReadonlySet<number> = new Set([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.UnknownMessage,
]);

/** The bot may not read it, or it is not there. */
export const isOutOfReach = (error: unknown): boolean =>
  isNotAllowed(error) || HIDDEN.has(discordCode(error) ?? 0);

const HIDDEN: ReadonlySet<number> = new Set([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownMessage,
]);

/** Nobody knows whether Discord heard it. */
export const isBrokenConnection = (error: unknown): boolean =>
  error instanceof Error &&
  !(error instanceof DiscordAPIError || error instanceof HTTPError || error instanceof RateLimitError);

/** The first answer is there already: it went through unseen and was repeated. */
export const isAnswered = (error: unknown): boolean =>
  discordCode(error) === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;

/** What the core should hear: `Undeliverable` where retrying is useless, `DiscordBusy` with the pause, else the error. */
export function asCoreError(error: unknown): unknown {
  if (error instanceof RateLimitError) {
    return new DiscordBusy(Math.ceil(Math.max(error.retryAfter, error.timeToReset) / 1_000), {
      cause: error,
    });
  }
  const code = discordCode(error) ?? 0;
  const reason = FOR_GOOD.get(code) ?? NOT_ALLOWED.get(code);
  return reason === undefined ? error : new Undeliverable(reason, { cause: error });
}
