import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import { ok, type Result, refuse } from '../../result.ts';

export interface Inspected {
  readonly mediaType: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

const ACCEPTED: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png'];

// A contract needs none of these, and each can act when the file is opened. PDF names may be written in hexadecimal
// (`/J#53`), so such names are refused as well. https://www.iso.org/standard/75839.html, 7.3.5 and 12.6
const ACTIVE_PDF = /\/(JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)\b|\/[A-Za-z]*#[0-9A-Fa-f]{2}/;

/**
 * Looks into the file itself, whatever its name says (G9). Refused with `reports.evidence-wrong-type` when the bytes are
 * no PDF, JPEG or PNG, and with `reports.evidence-active-content` when a PDF could act on its own.
 */
export async function inspect(fileName: string, bytes: Uint8Array): Promise<Result<Inspected>> {
  const type = await fileTypeFromBuffer(bytes);
  if (!type || !ACCEPTED.includes(type.mime)) {
    return refuse('reports.evidence-wrong-type', { fileName }, 'evidence');
  }
  if (type.mime === 'application/pdf' && ACTIVE_PDF.test(Buffer.from(bytes).toString('latin1'))) {
    return refuse('reports.evidence-active-content', { fileName }, 'evidence');
  }
  return ok({ mediaType: type.mime, sha256: createHash('sha256').update(bytes).digest('hex') });
}
