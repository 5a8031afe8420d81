import type { App } from '../../../app.ts';
import { auditCtes } from '../../../audit/event.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor, OrganisationId } from '../../../people/principal.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { IsoDate } from '../../../reports/report.ts';
import { ok, type Refusal, type Result, refuse } from '../../../result.ts';
import type { Closing } from '../../records/closing.ts';

export interface CloseStore {
  readonly actor: Actor;
  readonly requestId: string;
  readonly storeId: OrganisationId;
  /** What was shown; compared with what stands. */
  readonly before: Closing | null;
  /** Null: it trades after all. */
  readonly closing: Closing | null;
}

/**
 * That a store closed, or was closed for a violation of its own, so that nobody counts as having lost it (domain-rules §6).
 * Refuses `directory.closing-date` and `directory.closing-changed`.
 */
export async function closeStore(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  input: CloseStore,
): Promise<Result<Closing | null>> {
  const { actor, requestId, storeId, before, closing } = input;
  const refusal = permissionRefusal(permitted('staff.close-store', actor)) ?? dateRefusal(closing);
  if (refusal) return refusal;
  const at = clock.now();
  const audit = auditCtes(
    {
      ...{ objectType: 'store', objectId: storeId, actor: actor.principalId, org: 'platform' },
      ...{ action: 'store.closing-changed', requestId, at, data: { closing } },
    },
    { guard: 'changed' },
  );
  try {
    await database.change([
      handled(requestId, at),
      Prisma.sql`WITH changed AS (
          UPDATE store SET closed_on = ${closing?.on ?? null}::date, closed_reason = ${closing?.reason ?? null}::text
          WHERE id = ${storeId} AND closed_on IS NOT DISTINCT FROM ${before?.on ?? null}::date
            AND closed_reason IS NOT DISTINCT FROM ${before?.reason ?? null}::text RETURNING 1), ${audit}
        SELECT expect_rows((SELECT count(*) FROM changed), 1, ${CHANGED})`,
    ]);
  } catch (error) {
    if (error instanceof Conflict && error.code === CHANGED) return refuse('directory.closing-changed');
    throw error;
  }
  return ok(closing);
}

const CHANGED = 'closing-changed';
const EARLIEST: IsoDate = '2000-01-01';

const dateRefusal = (closing: Closing | null): Refusal | null =>
  closing !== null && closing.on < EARLIEST ? refuse('directory.closing-date', {}, 'on') : null;
