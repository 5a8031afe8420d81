import { sha256 } from './record-hash.ts';

/** What the first event of a chain has as its predecessor's hash. */
export const GENESIS = '0'.repeat(64);

export interface Link {
  readonly previous: string;
  readonly seq: number;
  readonly payload: string;
}

/** The hash of one link; `auditCtes` computes the same in SQL. */
export const linkHash = ({ previous, seq, payload }: Link): string =>
  sha256(`${previous}\n${seq}\n${payload}`);
