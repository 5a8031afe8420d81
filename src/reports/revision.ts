/** Frozen revisions: one canonical text, one hash, and what changed between two (domain-rules §4.1). */
import { createHash } from 'node:crypto';
import { configure } from 'safe-stable-stringify';
import type { OrganisationId } from '../people/principal.ts';
import { byInput } from './fields/by-input.ts';
import type { RevisionFields } from './fields/revision-fields.ts';
import type { IsoDate, ReportId, ServiceScope } from './report.ts';

export type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue | undefined };

const stableStringify = configure({ strict: true });

/**
 * UTF-8 JSON with sorted keys and no spaces, so that equal content has one text (domain-rules §4.1). A key whose value
 * is undefined is left out, a date is its ISO form. Throws for what JSON cannot carry: a number that is not finite, a bigint.
 */
export const canonicalJson = (value: CanonicalValue | object): string => stableStringify(value);

/** SHA-256 of the canonical JSON, lower-case hexadecimal. */
export function revisionHash(document: CanonicalValue): string {
  return createHash('sha256').update(canonicalJson(document), 'utf8').digest('hex');
}

export interface RevisionHead {
  readonly reportId: ReportId;
  readonly revision: number;
  readonly storeId: OrganisationId;
  readonly providerId: OrganisationId;
  readonly serviceScope: readonly ServiceScope[];
  readonly reportingStart: IsoDate;
  readonly reportingEnd: IsoDate;
}

/** What is hashed: the case's identity and the fields, keys in snake case as domain-rules §4.2 names them. */
export function revisionDocument(head: RevisionHead, fields: Partial<RevisionFields>): CanonicalValue {
  return snakeCased({ ...head, serviceScope: head.serviceScope.toSorted(), ...fields });
}

function snakeCased(value: unknown): CanonicalValue {
  if (Array.isArray(value)) return value.map(snakeCased);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [snakeKey(key), snakeCased(member)]),
    );
  }
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  throw new TypeError(
    `A revision cannot hold a ${typeof value}; store text, numbers, lists and objects only.`,
  );
}

// The codes of quality standards (QS01) are values, not keys, so every capital letter in a key starts a word.
const snakeKey = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export interface FieldChange {
  /** The name of the input it belongs to: `contractNo`, `fixedFee`, `QS03.target`. */
  readonly field: string;
  /** Typed, as in the revision; undefined where the one revision has no such line. */
  readonly before: unknown;
  readonly after: unknown;
}

/** What changed from `a` to `b`; standards are compared by their code, each part on its own. */
export function diffRevisions(a: RevisionFields, b: RevisionFields): readonly FieldChange[] {
  const before = byInput(a);
  const after = byInput(b);
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names
    .filter((name) => comparable(before.get(name)) !== comparable(after.get(name)))
    .map((field) => ({ field, before: before.get(field), after: after.get(field) }));
}

const comparable = (value: unknown): string => (value === undefined ? '' : canonicalJson(snakeCased(value)));
