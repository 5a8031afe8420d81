import { z } from 'zod';
import type { App } from '../../app.ts';
import type { FileRef, FormValues } from '../../chat/form.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { inspect } from '../../reports/evidence/inspect.ts';
import { writtenDate } from '../../reports/fields/typed/date.ts';
import { requiredText } from '../../reports/fields/typed/field-schema.ts';
import type { IsoDate } from '../../reports/report.ts';
import { DEFAULT_RULES } from '../../reports/rules.ts';
import { isRefused, ok, type Result } from '../../result.ts';
import { beside, line, readFields } from '../fields.ts';

/** A signed letter of intent as it is on record: who signed it, when, and the file itself under its SHA-256. */
export interface Letter {
  readonly signedWith: string;
  readonly signedOn: IsoDate;
  readonly fileName: string;
  readonly sha256: string;
}

export interface HandedIn {
  readonly letter: Letter;
  /** Keeps the bytes. */
  readonly kept: Prisma.Sql;
}

const FIELDS = { letterWith: line(120), letterSignedOn: requiredText(writtenDate) };
const FILE = 'letterFile';

const filesOf = (values: FormValues): readonly FileRef[] => {
  const value = values[FILE];
  return Array.isArray(value) ? value.filter((one): one is FileRef => typeof one === 'object') : [];
};

/**
 * The letter that opens the consultation to a recognised provider without an effective relationship. Refuses `fields.*`,
 * `services.date-ahead`, `services.letter-missing`, and `reports.evidence-*` beside the file.
 */
export async function readLetter(
  app: Pick<App, 'fetchFile'>,
  values: FormValues,
  today: IsoDate,
): Promise<Result<HandedIn>> {
  const read = readFields(FIELDS, values);
  if (isRefused(read)) return read;
  const { letterWith: signedWith, letterSignedOn: signedOn } = read.ok;
  if (signedOn > today) return beside('letterSignedOn', 'services.date-ahead', { today });
  const [file] = filesOf(values);
  if (!file) return beside(FILE, 'services.letter-missing');
  const bytes = await fetched(app, file);
  if (isRefused(bytes)) return bytes;
  const inspected = await inspect(file.name, bytes.ok);
  if (isRefused(inspected)) return { ...inspected, field: FILE };
  const { sha256 } = inspected.ok;
  return ok({
    letter: { signedWith, signedOn, fileName: file.name, sha256 },
    kept: Prisma.sql`
      INSERT INTO evidence_blob (sha256, bytes) VALUES (${sha256}, ${bytes.ok}) ON CONFLICT (sha256) DO NOTHING`,
  });
}

/** What the platform said of the size was a claim, so that it is measured again. */
async function fetched(app: Pick<App, 'fetchFile'>, file: FileRef): Promise<Result<Uint8Array>> {
  const { maximumBytes } = DEFAULT_RULES.evidence;
  const tooLarge = () =>
    beside(FILE, 'reports.evidence-too-large', {
      fileName: file.name,
      maximumMegabytes: Math.floor(maximumBytes / 2 ** 20),
    });
  if (file.sizeBytes > maximumBytes) return tooLarge();
  const bytes = await app.fetchFile(file);
  return bytes.byteLength > maximumBytes ? tooLarge() : ok(bytes);
}

const STORED = z
  .object({ signedWith: z.string(), signedOn: z.string(), fileName: z.string(), sha256: z.string() })
  .nullable();

/** The letter as the record keeps it; null: the relationship was enough. */
export const storedLetter = (kept: unknown): Letter | null => STORED.parse(kept);
