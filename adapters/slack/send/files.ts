import type { WebClient } from '@slack/web-api';
import type { FileRef } from '../../../src/chat/form.ts';
import { Undeliverable } from '../../../src/chat/platform-port.ts';

/** domain-rules §3.3 G9: no evidence is larger, so nothing larger is ever fetched. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;

export interface SlackFiles {
  fetch(file: FileRef): Promise<Uint8Array>;
  /** The file that a permalink names, if this person uploaded it; nothing else is looked at. */
  behind(link: string, userId: string): Promise<FileRef | null>;
  /** Hands a file to a conversation or thread. */
  share(file: OutgoingFile, where: { readonly channel: string; readonly thread?: string }): Promise<void>;
  /** Keeps an image for a block to show. Resolves to Slack's id of it. */
  keepImage(image: { readonly png: Uint8Array; readonly alt: string }): Promise<string>;
}

interface OutgoingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function slackFiles(client: WebClient, botToken: string): SlackFiles {
  return {
    fetch: (file) => fetchFile(client, botToken, file),
    behind: (link, userId) => behind(client, link, userId),
    share: (file, where) => share(client, file, where),
    keepImage: ({ png, alt }) => keepImage(client, png, alt),
  };
}

/** Refused as `Undeliverable`: `file_too_large`, `file_deleted`, `file_not_readable`. */
async function fetchFile(client: WebClient, botToken: string, { id }: FileRef): Promise<Uint8Array> {
  const { file } = await client.files.info({ file: id });
  const url = file?.url_private_download ?? file?.url_private;
  if (!url) throw new Undeliverable('file_deleted');
  if ((file?.size ?? 0) > MAX_FILE_BYTES) throw new Undeliverable('file_too_large');
  const response = await fetch(url, { headers: { authorization: `Bearer ${botToken}` }, redirect: 'error' });
  if (!response.ok || !response.body) throw new Error(`Slack answered ${response.status} for the file ${id}`);
  // Without the scope files:read, Slack answers 200 with its login page.
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (isPage && !file?.mimetype?.startsWith('text/html')) throw new Undeliverable('file_not_readable');
  return bytesOf(response.body);
}

// https://docs.slack.dev/reference/objects/file-object (permalink): https://<team>.slack.com/files/<user>/<file>/<name>
const PERMALINK =
  /^https:\/\/[a-z0-9-]+(?:\.enterprise)?\.slack\.com\/files\/[UW][A-Z0-9]+\/(F[A-Z0-9]+)(?:\/|$)/;

async function behind(client: WebClient, link: string, userId: string): Promise<FileRef | null> {
  const id = PERMALINK.exec(link.trim())?.[1];
  if (!id) return null;
  const { file } = await client.files.info({ file: id });
  if (!file?.name || file.user !== userId) return null;
  const mediaType = file.mimetype ?? 'application/octet-stream';
  return { platform: 'slack', id, name: file.name, mediaType, sizeBytes: file.size ?? 0 };
}

async function bytesOf(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > MAX_FILE_BYTES) throw new Undeliverable('file_too_large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function share(
  client: WebClient,
  { name, bytes }: OutgoingFile,
  { channel, thread }: { readonly channel: string; readonly thread?: string },
): Promise<void> {
  const file = { filename: name, file: Buffer.from(bytes), channel_id: channel };
  await client.filesUploadV2(thread ? { ...file, thread_ts: thread } : file);
}

// Shared with no conversation: only the blocks that name it show it.
async function keepImage(client: WebClient, png: Uint8Array, alt: string): Promise<string> {
  const filename = 'image.png';
  const place = await client.files.getUploadURLExternal({ filename, length: png.length, alt_text: alt });
  if (!place.upload_url || !place.file_id) throw new Error('Slack gave no place to upload an image to');
  const sent = await fetch(place.upload_url, { method: 'POST', body: Buffer.from(png) });
  if (!sent.ok) throw new Error(`Slack answered ${sent.status} to the upload of an image`);
  await client.files.completeUploadExternal({ files: [{ id: place.file_id }] });
  return place.file_id;
}
