import { isObject, type Json, type JsonObject, objectsAt, stringAt } from '../../../common/json.ts';
import type { Core } from '../../core.ts';
import {
  deleteEphemeral,
  deleteMessage,
  editMessage,
  findEphemeral,
  findMessage,
  postEphemeral,
  postMessage,
} from '../../state/messages.ts';
import type { EphemeralMessage, Message } from '../../state/model.ts';
import { acceptMessage, acceptUpdate, type MessageContent } from '../../validation/message.ts';
import { WebApiRefusal } from '../../web-api/refusal.ts';
import type { ResponseContext } from '../interactions/payload.ts';

const KNOWN = new Set([
  'text',
  'blocks',
  'attachments',
  'response_type',
  'replace_original',
  'delete_original',
  'thread_ts',
  'metadata',
  'mrkdwn',
  'unfurl_links',
  'unfurl_media',
  'link_names',
  'parse',
]);

/**
 * A message in answer to an interaction: what a response_url accepts, and what may stand in a slash command's
 * acknowledgement. https://docs.slack.dev/interactivity/handling-user-interaction/#message_responses
 */
export function respond(core: Core, context: ResponseContext, body: JsonObject): void {
  const unknown = Object.keys(body).filter((key) => !KNOWN.has(key));
  if (unknown.length > 0) core.journal.violation('response', 'unknown_argument', unknown);
  const original = originalOf(core, context);
  if (body.delete_original === true) removeOriginal(core, original);
  else if (body.replace_original === true && original) replaceOriginal(core, original, body);
  else say(core, context, body);
}

function originalOf({ workspace }: Core, context: ResponseContext): Message | EphemeralMessage | undefined {
  if (!context.messageTs) return undefined;
  return context.ephemeral
    ? findEphemeral(workspace, context.channel, context.messageTs)
    : findMessage(workspace, context.channel, context.messageTs);
}

function removeOriginal({ workspace }: Core, original: Message | EphemeralMessage | undefined): void {
  if (!original) throw new WebApiRefusal('message_not_found');
  if ('to' in original) deleteEphemeral(workspace, original.ts);
  else deleteMessage(workspace, original.channel, original.ts);
}

// Unlike chat.update, a replacement is whole: blocks that are not named again are gone.
function replaceOriginal({ workspace }: Core, original: Message | EphemeralMessage, body: JsonObject): void {
  const content = contentOf(body);
  editMessage(workspace, original, acceptUpdate(workspace, { blocks: [], attachments: [], ...content }));
}

function say({ workspace }: Core, context: ResponseContext, body: JsonObject): void {
  const accepted = acceptMessage(workspace, contentOf(body));
  const threadTs = stringAt(body, 'thread_ts') ?? context.threadTs;
  const draft = { channel: context.channel, user: workspace.bot.userId, ...accepted, threadTs };
  if (body.response_type === 'in_channel') postMessage(workspace, draft);
  else postEphemeral(workspace, draft, context.user);
}

function contentOf(body: JsonObject): MessageContent {
  const metadata = body.metadata;
  return {
    text: stringAt(body, 'text'),
    ...(Array.isArray(body.blocks) ? { blocks: objectsAt(body, 'blocks') } : {}),
    ...(Array.isArray(body.attachments) ? { attachments: objectsAt(body, 'attachments') } : {}),
    ...(isObject(metadata) ? { metadata } : {}),
  };
}

/** What an acknowledgement says: nothing, plain text, or a message. */
export function ackMessage(body: Json | undefined): JsonObject | undefined {
  if (typeof body === 'string') return body.trim() === '' ? undefined : { text: body };
  return isObject(body) && Object.keys(body).length > 0 ? body : undefined;
}
