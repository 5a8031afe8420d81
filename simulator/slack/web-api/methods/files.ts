import * as z from 'zod';
import type { JsonObject } from '../../../common/json.ts';
import { announceFile } from '../../state/files.ts';
import { postMessage } from '../../state/messages.ts';
import type { StoredFile } from '../../state/model.ts';
import { acceptMessage } from '../../validation/message.ts';
import * as arg from '../arguments.ts';
import { writableConversation } from '../conversation-access.ts';
import { method, type Servers } from '../method.ts';
import { fileObject } from '../objects.ts';
import { WebApiRefusal } from '../refusal.ts';

/** https://docs.slack.dev/reference/methods/files.getUploadURLExternal */
export const filesGetUploadUrl = method({
  scopes: ['files:write'],
  args: {
    filename: arg.text,
    length: arg.integer,
    alt_text: arg.text.optional(),
    snippet_type: arg.text.optional(),
  },
  run(args, { workspace }) {
    if (args.length <= 0) throw new WebApiRefusal('invalid_arguments', ['length must be positive']);
    if ((args.alt_text ?? '').length > 1_000) throw new WebApiRefusal('alt_txt_too_large');
    const user = workspace.bot.userId;
    const file = announceFile(workspace, { user, name: args.filename, size: args.length });
    return { ok: true, file_id: file.id, upload_url: `${workspace.publicUrl()}/upload/${file.id}` };
  },
});

const uploads = z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1);

/** https://docs.slack.dev/reference/methods/files.completeUploadExternal */
export const filesCompleteUpload = method({
  scopes: ['files:write'],
  args: {
    files: arg.jsonList('invalid_arguments'),
    channel_id: arg.text.optional(),
    channels: arg.text.optional(),
    initial_comment: arg.text.optional(),
    blocks: arg.jsonList('invalid_blocks_format').optional(),
    thread_ts: arg.text.optional(),
  },
  run(args, servers) {
    const parsed = uploads.safeParse(args.files);
    if (!parsed.success) throw new WebApiRefusal('invalid_arguments', ['files must be a list of ids']);
    const completed = parsed.data.map(({ id, title }) => complete(servers, id, title));
    const targets = [args.channel_id, ...(args.channels ?? '').split(',')].filter(
      (id) => id !== undefined && id !== '',
    );
    for (const target of targets) share(servers, completed, { ...args, channel: target ?? '' });
    return { ok: true, files: completed.map((file) => fileObject(file, servers.workspace.publicUrl())) };
  },
});

function complete({ workspace }: Servers, id: string, title: string | undefined): StoredFile {
  const file = workspace.state.files[id];
  if (!file?.uploaded || file.completed) throw new WebApiRefusal('file_not_found');
  file.completed = true;
  if (title !== undefined) file.title = title;
  return file;
}

interface Sharing {
  readonly channel: string;
  readonly initial_comment?: string | undefined;
  readonly blocks?: readonly JsonObject[] | undefined;
  readonly thread_ts?: string | undefined;
}

function share(servers: Servers, files: readonly StoredFile[], sharing: Sharing): void {
  const { workspace } = servers;
  const conversation = writableConversation(servers, sharing.channel);
  const { initial_comment: text = '', blocks = [], thread_ts: threadTs } = sharing;
  const content =
    text === '' && blocks.length === 0 ? { text: '' } : acceptMessage(workspace, { text, blocks });
  const ids = files.map((file) => file.id);
  postMessage(workspace, {
    channel: conversation.id,
    user: workspace.bot.userId,
    ...content,
    threadTs,
    files: ids,
  });
  for (const file of files) file.channels.push(conversation.id);
  workspace.changed('files');
}

/** https://docs.slack.dev/reference/methods/files.info */
export const filesInfo = method({
  scopes: ['files:read'],
  args: { file: arg.text },
  run(args, { workspace }) {
    const file = workspace.state.files[args.file];
    if (!file?.completed) throw new WebApiRefusal('file_not_found');
    return { ok: true, file: fileObject(file, workspace.publicUrl()) };
  },
});
