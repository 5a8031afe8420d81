import { hash } from 'node:crypto';
import { type CanonicalValue, canonicalJson } from '../reports/revision.ts';

/**
 * A record as canonical JSON can hold it: instants in ISO form, bigints as decimal digits (JSON numbers lose precision
 * past 2^53), undefined members left out. Throws TypeError for what no record holds, such as a function.
 */
export function canonicalRecord(value: unknown): CanonicalValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(canonicalRecord);
  if (typeof value === 'object') return canonicalMembers(value);
  throw new TypeError(`An audit event cannot hold a ${typeof value}; pass plain data only.`);
}

function canonicalMembers(value: object): CanonicalValue {
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([key, member]) => [key, canonicalRecord(member)]));
}

/** SHA-256 of a record's canonical JSON, lower-case hexadecimal; what `before_hash` and `after_hash` hold. */
export const recordHash = (record: unknown): string => sha256(canonicalJson(canonicalRecord(record)));

export const sha256 = (text: string): string => hash('sha256', text);
