import type { FileRef } from '../../../src/chat/form.ts';
import { Undeliverable } from '../../../src/chat/platform-port.ts';
import { attachmentRef, placeOfFile } from '../receive/file-id.ts';
import { attachmentOf, type DiscordApi } from './api.ts';
import { isOutOfReach } from './errors.ts';

/** domain-rules §3.3 G9: no evidence is larger, so nothing larger is ever fetched. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Where Discord keeps files. https://discord.com/developers/docs/reference#signed-attachment-cdn-urls */
const CDN_HOSTS: readonly string[] = ['cdn.discordapp.com', 'media.discordapp.net'];

export interface DiscordFiles {
  fetch(file: FileRef): Promise<Uint8Array>;
  /** The file that a link names, if this person put it where the bot may look; nothing else is looked at. */
  behind(link: string, userId: string): Promise<FileRef | null>;
}

/** @param apiUrl a stand-in for Discord keeps its files itself */
export function discordFiles(api: DiscordApi, apiUrl: string | undefined): DiscordFiles {
  const hosts = new Set([...CDN_HOSTS, ...(apiUrl === undefined ? [] : [new URL(apiUrl).host])]);
  const isOurs = (address: string): boolean => URL.canParse(address) && hosts.has(new URL(address).host);
  return {
    fetch: (file) => fetchFile(api, isOurs, file),
    behind: async (link, userId) =>
      isOurs(link) || isMessageLink(link) ? readable(() => behind(api, link.trim(), userId)) : null,
  };
}

type Allowed = (address: string) => boolean;

/** Refused as `Undeliverable`: `file_too_large`, `file_deleted`, `not_a_file_of_discord`. */
async function fetchFile(api: DiscordApi, isOurs: Allowed, { id, sizeBytes }: FileRef): Promise<Uint8Array> {
  if (sizeBytes > MAX_FILE_BYTES) throw new Undeliverable('file_too_large');
  const place = placeOfFile(id);
  const address = place ? await freshAddress(api, place) : id;
  if (!isOurs(address)) throw new Undeliverable('not_a_file_of_discord');
  const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (response.status === 404 || response.status === 403) throw new Undeliverable('file_deleted');
  if (!response.ok || !response.body) throw new Error(`Discord answered ${response.status} for a file`);
  return bytesOf(response.body);
}

const TIMEOUT_MS = 30_000;

/** Addresses expire within a day, so that a file under a message is asked for when it is needed. */
async function freshAddress(
  api: DiscordApi,
  place: NonNullable<ReturnType<typeof placeOfFile>>,
): Promise<string> {
  const message = await api.message(place.channel, place.message);
  const found = attachmentOf(message, place.attachment);
  if (!found) throw new Undeliverable('file_deleted');
  return found.url;
}

// https://discord.com/channels/<server or @me>/<channel>/<message>, as "Copy Message Link" gives it.
const MESSAGE_LINK =
  /^https:\/\/(?:(?:ptb|canary)\.)?discord(?:app)?\.com\/channels\/(?:\d+|@me)\/(?<channel>\d+)\/(?<message>\d+)$/;
const ATTACHMENT_LINK = /\/attachments\/(?<channel>\d+)\/(?<attachment>\d+)\//;

const isMessageLink = (link: string): boolean => MESSAGE_LINK.test(link.trim());

async function behind(api: DiscordApi, link: string, userId: string): Promise<FileRef | null> {
  const { channel, message } = MESSAGE_LINK.exec(link)?.groups ?? {};
  if (channel && message) return ownFile([await api.message(channel, message)], userId);
  const { channel: inChannel, attachment } = ATTACHMENT_LINK.exec(link)?.groups ?? {};
  if (!inChannel || !attachment) return null;
  // A file gets its id just before its message does, so that the message stands right beside it.
  const near = await api.messages(inChannel, { limit: NEAR, around: attachment });
  return ownFile(near, userId, attachment);
}

/** What the bot may not read, or what is gone, is an address like any other. */
async function readable(look: () => Promise<FileRef | null>): Promise<FileRef | null> {
  try {
    return await look();
  } catch (error) {
    if (isOutOfReach(error)) return null;
    throw error;
  }
}

const NEAR = 20;

type Messages = Awaited<ReturnType<DiscordApi['messages']>>;

function ownFile(messages: Messages, userId: string, attachment?: string): FileRef | null {
  const found = messages
    .filter(({ author }) => author.id === userId)
    .flatMap((message) => message.attachments.map((file) => ({ file, message })))
    .find(({ file }) => attachment === undefined || file.id === attachment);
  if (!found) return null;
  const { file, message } = found;
  return attachmentRef(file, { channel: message.channel_id, message: message.id, attachment: file.id });
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
