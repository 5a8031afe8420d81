import { auditEvent } from '../../src/audit/event.ts';
import type { AuditEntry } from '../../src/audit/payload.ts';
import type { Database } from '../../src/platform/database/database.ts';

export const NOON = new Date('2026-05-06T04:00:00.123Z');

/** Something that happened to a report; say what matters to the test. */
export function entry(overrides: Partial<AuditEntry> = {}): AuditEntry {
  return {
    objectType: 'report',
    objectId: 'CR-2026-000123',
    actor: 'pr_owner',
    org: 'st_9',
    action: 'report.confirm',
    requestId: 'slack:Ev1',
    at: NOON,
    data: {},
    ...overrides,
  };
}

/** Writes events one after the other, each in a transaction of its own. */
export async function record(database: Database, ...entries: readonly Partial<AuditEntry>[]): Promise<void> {
  for (const overrides of entries) await database.change([auditEvent(entry(overrides))]);
}

/** Several objects with several events each. */
export async function recordSome(database: Database): Promise<void> {
  await record(
    database,
    { action: 'report.request', after: { state: 'REQUESTED' } },
    {
      action: 'report.accept',
      before: { state: 'REQUESTED' },
      after: { state: 'FILLING' },
      onBehalfOf: 'pr_boss',
    },
    { action: 'report.submit', actor: 'pr_admin', data: { note: '服务质量标准 “a,b”\n=1+1 😀' } },
    { objectId: 'CR-2026-000124', requestId: null, org: null },
    { objectType: 'provider', objectId: 'prv_1', action: 'provider.item-added' },
    { objectType: 'provider', objectId: 'prv_1', action: 'provider.item-changed' },
  );
}
