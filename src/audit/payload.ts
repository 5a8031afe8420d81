import type { OrganisationKind, PrincipalId } from '../people/principal.ts';
import { canonicalJson } from '../reports/revision.ts';
import { canonicalRecord, recordHash } from './record-hash.ts';

/** What has a chain of its own (domain-rules §4.3). */
export const OBJECT_TYPES = ['report', 'store', 'provider', 'platform', 'principal', 'opportunity'] as const;
export type ObjectType = (typeof OBJECT_TYPES)[number];

/** The chain of an organisation. */
export const ORGANISATION_CHAIN: Readonly<Record<OrganisationKind, ObjectType>> = {
  STORE: 'store',
  PROVIDER: 'provider',
  PLATFORM: 'platform',
};

/** The actor of what time alone did, such as a lapse (T23). */
export const CLOCK_ACTOR = 'clock';

/**
 * One change of one object, or one refusal that must be kept (G1: "nothing is stored but the refusal event", on the
 * store's chain while there is no report).
 */
export interface AuditEntry {
  readonly objectType: ObjectType;
  readonly objectId: string;
  /** A principal, {@link CLOCK_ACTOR}, or `<platform>:<workspace>:<user>` for an account that nobody owns yet. */
  readonly actor: PrincipalId;
  readonly onBehalfOf?: PrincipalId | null | undefined;
  /** The organisation that the actor acted for. */
  readonly org?: string | null | undefined;
  /** `<area>.<verb>`, such as `report.confirm` or `report.refused`. */
  readonly action: string;
  /** The record before and after; only their hashes are kept. Undefined: there was none. */
  readonly before?: object | undefined;
  readonly after?: object | undefined;
  readonly requestId?: string | null | undefined;
  readonly at: Date;
  /** Kept readable in the event and shown in the history: never put a secret or a confidential field here. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** The columns that repeat the payload, so that SQL can search them; `verify` compares the two. */
export interface EventColumns {
  readonly object_type: string;
  readonly object_id: string;
  readonly at: string;
  readonly actor: string;
  readonly on_behalf_of: string | null;
  readonly org: string | null;
  readonly action: string;
  readonly before_hash: string | null;
  readonly after_hash: string | null;
  readonly request_id: string | null;
}

export function eventColumns(entry: AuditEntry): EventColumns {
  return {
    object_type: entry.objectType,
    object_id: entry.objectId,
    at: entry.at.toISOString(),
    actor: entry.actor,
    on_behalf_of: entry.onBehalfOf ?? null,
    org: entry.org ?? null,
    action: entry.action,
    before_hash: entry.before === undefined ? null : recordHash(entry.before),
    after_hash: entry.after === undefined ? null : recordHash(entry.after),
    request_id: entry.requestId ?? null,
  };
}

/** What the chain hashes: the columns and the data, as canonical JSON. */
export function eventPayload(columns: EventColumns, data: AuditEntry['data']): string {
  return canonicalJson({ ...columns, data: canonicalRecord(data) });
}
