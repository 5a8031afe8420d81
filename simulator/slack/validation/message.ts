import { type JsonObject, objectsAt } from '../../common/json.ts';
import type { MessageEdit } from '../state/messages.ts';
import type { Workspace } from '../state/workspace.ts';
import { WebApiRefusal } from '../web-api/refusal.ts';
import { blockProblems } from './blocks.ts';
import { WHOLE } from './limits/limits.ts';
import { bytesOf, totalText } from './limits/measure.ts';
import { metadataProblems } from './metadata.ts';
import { normaliseBlocks } from './normalise.ts';

/** As the app sent it. */
export interface MessageContent {
  readonly text?: string | undefined;
  readonly blocks?: readonly JsonObject[] | undefined;
  readonly attachments?: readonly JsonObject[] | undefined;
  readonly metadata?: JsonObject | undefined;
}

/** As Slack keeps it: blocks have ids, texts their defaults. */
export interface AcceptedMessage {
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly attachments: readonly JsonObject[];
  readonly metadata: JsonObject | undefined;
}

/** A new message, normalised. Refused with no_text, msg_too_long, invalid_blocks, msg_blocks_too_long… */
export function acceptMessage(workspace: Workspace, content: MessageContent): AcceptedMessage {
  const { text = '', blocks = [], attachments = [], metadata } = content;
  if (text.trim() === '' && blocks.length === 0 && attachments.length === 0)
    throw new WebApiRefusal('no_text');
  if (text.length > WHOLE.messageTextCharacters) throw new WebApiRefusal('msg_too_long');
  checkParts(content);
  return { text, blocks: normaliseBlocks(workspace, blocks), attachments, metadata };
}

/** A change of a message that exists. Its text is held much shorter than a new one's, and counted in bytes. */
export function acceptUpdate(workspace: Workspace, content: MessageContent): MessageEdit {
  const { text, blocks, attachments, metadata } = content;
  if (text === undefined && blocks === undefined && attachments === undefined)
    throw new WebApiRefusal('no_text');
  if (text !== undefined && bytesOf(text) > WHOLE.updatedTextBytes) {
    throw new WebApiRefusal('msg_too_long');
  }
  checkParts(content);
  return { text, attachments, metadata, blocks: blocks && normaliseBlocks(workspace, blocks) };
}

function checkParts({ blocks = [], attachments = [], metadata }: MessageContent): void {
  refuseWith('invalid_blocks', blockProblems(blocks, 'message', '/blocks'));
  attachments.forEach((attachment, index) => {
    const attached = objectsAt(attachment, 'blocks');
    refuseWith('invalid_blocks', blockProblems(attached, 'message', `/attachments/${index}/blocks`));
  });
  if (totalText(blocks) > WHOLE.messageBlocksTextCharacters) throw new WebApiRefusal('msg_blocks_too_long');
  if (attachments.length > WHOLE.messageAttachments) throw new WebApiRefusal('too_many_attachments');
  if (metadata) refuseWith('invalid_metadata_schema', metadataProblems(metadata));
}

function refuseWith(code: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new WebApiRefusal(code, problems);
}
