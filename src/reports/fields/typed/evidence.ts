/** Contract files and links (domain-rules §3.3 G9). */
import { isRefused, ok, type Result, refuse } from '../../../result.ts';
import type { Evidence, EvidenceFile, EvidenceLink } from '../revision-fields.ts';
import { quoted } from './clean.ts';
import { looksLikeSecret } from './secret.ts';

export const EVIDENCE_EXTENSIONS = ['pdf', 'jpg', 'jpeg', 'png'] as const;
const EVIDENCE_MAX_BYTES = 20 * 1024 * 1024;
const EVIDENCE_MAX_ITEMS = 10;

const MEDIA_TYPES: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
};

/**
 * A file as the platform handed it in and as it was hashed here. Refuses `fields.evidence-type` (also when name and
 * type disagree), `fields.evidence-empty`, `fields.evidence-too-large`, `fields.evidence-unhashed`, `fields.evidence-infected`.
 */
function evidenceFile(file: EvidenceFile): Result<EvidenceFile> {
  const name = quoted(file.name);
  const extension = file.name.toLowerCase().split('.').at(-1) ?? '';
  if (!MEDIA_TYPES[file.mediaType]?.includes(extension)) return refuse('fields.evidence-type', { name });
  if (!(file.sizeBytes > 0)) return refuse('fields.evidence-empty', { name });
  if (file.sizeBytes > EVIDENCE_MAX_BYTES) {
    return refuse('fields.evidence-too-large', {
      name,
      sizeMb: (file.sizeBytes / 1024 / 1024).toFixed(1),
      maxMb: 20,
    });
  }
  if (!/^[0-9a-f]{64}$/.test(file.sha256)) return refuse('fields.evidence-unhashed', { name });
  return file.scan === 'INFECTED' ? refuse('fields.evidence-infected', { name }) : ok(file);
}

/** An https address without credentials in it. Refuses `fields.evidence-link`, `fields.looks-like-secret`. */
export function evidenceLink(text: string): Result<EvidenceLink> {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'https:' || text.length > 2000 || /\s/.test(text))
    return refuse('fields.evidence-link', { typed: quoted(text) });
  const credentials = url.username !== '' || url.password !== '' || looksLikeSecret(text);
  return credentials ? refuse('fields.looks-like-secret') : ok({ kind: 'LINK', url: url.href });
}

/** What the form names, by file id or address. Refuses `fields.evidence-unknown`, `fields.too-many` and the above. */
export function namedEvidence(known: readonly Evidence[]) {
  return (values: readonly string[]): Result<readonly Evidence[]> => {
    const named = [...new Set(values.flatMap((value) => value.split(/\s+/)))].filter((value) => value !== '');
    if (named.length > EVIDENCE_MAX_ITEMS)
      return refuse('fields.too-many', { max: EVIDENCE_MAX_ITEMS, count: named.length });
    const items: Evidence[] = [];
    for (const value of named) {
      const item = oneEvidence(value, known);
      if (isRefused(item)) return item;
      items.push(item.ok);
    }
    return ok(items);
  };
}

function oneEvidence(value: string, known: readonly Evidence[]): Result<Evidence> {
  const file = known.find((item): item is EvidenceFile => item.kind === 'FILE' && item.id === value);
  if (file !== undefined) return evidenceFile(file);
  if (/^[a-z][a-z0-9+.-]*:/i.test(value)) return evidenceLink(value);
  return refuse('fields.evidence-unknown', { typed: quoted(value) });
}
