import type { APIAttachment } from 'discord-api-types/v10';
import type { FileRef } from '../../../src/chat/form.ts';

/** A file under a message: its address expires, and can be asked for again with these. */
export interface AttachmentPlace {
  readonly channel: string;
  readonly message: string;
  readonly attachment: string;
}

/** A file as the core knows it. One that was handed in through a form stands under no message: its address is its id. */
export function attachmentRef(file: APIAttachment, place?: AttachmentPlace): FileRef {
  return {
    platform: 'discord',
    id: place ? `${place.channel}/${place.message}/${place.attachment}` : file.url,
    name: file.filename,
    mediaType: file.content_type ?? 'application/octet-stream',
    sizeBytes: file.size,
  };
}

/** Undefined: the id is an address. */
export function placeOfFile(id: string): AttachmentPlace | undefined {
  const [, channel, message, attachment] = /^(\d+)\/(\d+)\/(\d+)$/.exec(id) ?? [];
  return channel && message && attachment ? { channel, message, attachment } : undefined;
}
