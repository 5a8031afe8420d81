import type { FileRef } from '../../chat/form.ts';

/** What the report's conversation needs beside the record. */
export interface ReportChatDeps {
  /** Fetches a file's bytes from the platform that holds it. */
  readonly fetchFile: (file: FileRef) => Promise<Uint8Array>;
}
