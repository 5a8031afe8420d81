import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { Undeliverable } from '../../../src/chat/platform-port.ts';

/** Slack asks for patience longer than a process should wait. Worth retrying, after that many seconds. */
export class SlackBusy extends Error {
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number, options?: ErrorOptions) {
    super(`Slack takes nothing more here for ${retryAfterSeconds} s`, options);
    this.name = 'SlackBusy';
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/**
 * Refusals that no retry changes: the place or the person is gone or closed to the bot, or the message can never be
 * drawn. A missing scope or a wrong token is not among them, because an administrator can put it right.
 *
 * https://docs.slack.dev/reference/methods/chat.postMessage/#errors, chat.update, conversations.open, views.publish
 */
const FOR_GOOD: ReadonlySet<string> = new Set([
  'account_inactive',
  'as_user_not_supported',
  'cannot_dm_bot',
  'cant_update_message',
  'channel_not_found',
  'edit_window_closed',
  'file_deleted',
  'file_not_found',
  'invalid_blocks',
  'is_archived',
  'is_inactive',
  'message_not_found',
  'messages_tab_disabled',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_permission',
  'not_enabled',
  'not_in_channel',
  'restricted_action',
  'restricted_action_non_threadable_channel',
  'restricted_action_read_only_channel',
  'restricted_action_thread_locked',
  'thread_not_found',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
  'users_not_found',
  'view_too_large',
]);

/** The platform's word for what went wrong; nothing for anything that is not Slack's refusal. */
export function slackCode(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? error.data.error : undefined;
}

/** What the core should hear: `Undeliverable` where retrying is useless, `SlackBusy` with the pause, else the error. */
export function asCoreError(error: unknown): unknown {
  if (error instanceof WebAPIRateLimitedError) return new SlackBusy(error.retryAfter, { cause: error });
  const code = slackCode(error);
  return code && FOR_GOOD.has(code) ? new Undeliverable(code, { cause: error }) : error;
}
