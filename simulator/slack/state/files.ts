import type { StoredFile } from './model.ts';
import type { Workspace } from './workspace.ts';

export interface NewFile {
  readonly user: string;
  readonly name: string;
  readonly title?: string | undefined;
  readonly mimetype?: string | undefined;
  /** Bytes announced; checked against those that arrive. */
  readonly size: number;
}

/** Room for a file whose bytes come later. */
export function announceFile(
  workspace: Workspace,
  { user, name, title, mimetype, size }: NewFile,
): StoredFile {
  const file: StoredFile = {
    id: workspace.nextId('F'),
    name,
    title: title ?? name,
    mimetype: mimetype ?? mimetypeOf(name),
    size,
    user,
    content: '',
    uploaded: false,
    completed: false,
    channels: [],
  };
  workspace.state.files[file.id] = file;
  return file;
}

/** A whole file at once, as a person's upload is. */
export function storeFile(workspace: Workspace, file: NewFile, content: Buffer): StoredFile {
  const stored = announceFile(workspace, file);
  Object.assign(stored, { content: content.toString('base64'), uploaded: true, completed: true });
  workspace.changed('files');
  return stored;
}

export function contentOf(file: StoredFile): Buffer {
  return Buffer.from(file.content, 'base64');
}

const MIMETYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
};

function mimetypeOf(name: string): string {
  return MIMETYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}
