import type { StoredFile } from './model.ts';
import type { Servers } from './servers.ts';

export interface NewFile {
  readonly name: string;
  readonly content: Buffer;
  readonly contentType?: string | undefined;
  readonly description?: string | null | undefined;
  readonly ephemeral?: boolean;
}

export function storeFile(servers: Servers, file: NewFile): StoredFile {
  const stored: StoredFile = {
    id: servers.nextId(),
    name: file.name,
    contentType: file.contentType ?? contentTypeOf(file.name),
    size: file.content.length,
    description: file.description ?? null,
    content: file.content.toString('base64'),
    ephemeral: file.ephemeral ?? false,
  };
  servers.state.files[stored.id] = stored;
  servers.changed('messages');
  return stored;
}

export function contentOf(file: StoredFile): Buffer {
  return Buffer.from(file.content, 'base64');
}

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain; charset=utf-8',
};

function contentTypeOf(name: string): string {
  return TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}
