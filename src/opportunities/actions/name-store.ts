import type { App } from '../../app.ts';
import { auditCtes } from '../../audit/event.ts';
import { handled } from '../../chat/requests/handled.ts';
import { owe } from '../../delivery/owe.ts';
import { permissionRefusal, permitted } from '../../people/permissions.ts';
import type { Actor, OrganisationId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { isRefused, ok, type Result, refuse } from '../../result.ts';
import { findOpportunity } from '../record/read/opportunity.ts';
import { ownersOf } from '../record/read/receivers.ts';
import { STALE } from '../record/write/change-opportunity.ts';
import { toldTo } from '../told.ts';
import { storeNamed } from './post-opportunity.ts';
import { unknownOpportunity, unlessStale } from './stale.ts';

export interface NameStore {
  readonly actor: Actor;
  readonly requestId: string;
  readonly opportunityId: string;
  /** As typed: id, name or a part of it. */
  readonly store: string;
}

/**
 * Says which store is the brand's, where it came into the directory only after somebody won; its owners are then asked to open
 * the report. Refuses `opportunities.store-needed`, `store-unclear`, `directory.store-not-found`.
 */
export async function nameStore(
  app: Pick<App, 'database' | 'clock' | 'queue'>,
  input: NameStore,
): Promise<Result<{ storeId: OrganisationId }>> {
  const { actor, requestId, opportunityId } = input;
  const refusal = permissionRefusal(permitted('opportunity.post', actor));
  if (refusal) return refusal;
  const before = await findOpportunity(app, opportunityId);
  if (!before) return unknownOpportunity(opportunityId);
  const named = await storeNamed(app, input.store);
  if (isRefused(named)) return named;
  const storeId = named.ok;
  if (storeId === null) return refuse('opportunities.store-needed', {}, 'store');
  const at = app.clock.now();
  const told = { subject: before.id, stateSeq: before.stateSeq + 1, rule: 'store-named' };
  const messages = toldTo({ ...told, people: await ownersOf(app, storeId), except: actor.principalId });
  const audit = auditCtes(
    {
      ...{ objectType: 'opportunity', objectId: before.id, actor: actor.principalId, requestId, at },
      ...{ action: 'opportunity.name-store', data: { storeId } },
    },
    { guard: 'named' },
  );
  return unlessStale(app, before.id, async () => {
    await app.database.change([
      handled(requestId, at),
      Prisma.sql`WITH named AS (
          UPDATE opportunity SET store_id = ${storeId}, state_seq = state_seq + 1
          WHERE id = ${before.id} AND state = 'WON' AND store_id IS NULL AND state_seq = ${before.stateSeq}::int
          RETURNING 1), ${audit}
        SELECT expect_rows((SELECT count(*) FROM named), 1, ${STALE})`,
      ...owe(app.queue, { messages, redraw: [before.id] }, at),
    ]);
    return ok({ storeId });
  });
}
