import type { App } from '../../../app.ts';
import { auditCtes } from '../../../audit/event.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { owe } from '../../../delivery/owe.ts';
import type { Actor } from '../../../people/principal.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { ok, type Result, refuse } from '../../../result.ts';
import { findSuspension, liftedCtes, type Suspension } from '../../record/suspensions.ts';
import { mayNotRule, reasonRefusal } from './suspend-rating.ts';
import { toldOfSuspension } from './told.ts';

export interface LiftSuspension {
  readonly actor: Actor;
  readonly requestId: string;
  readonly suspensionId: string;
  readonly reason: string;
}

/**
 * The rating stands again as the last publication left it. Refuses `ratings.suspension-reason`,
 * `ratings.suspension-lifted`, `people.*`.
 */
export async function liftSuspension(
  app: Pick<App, 'database' | 'clock' | 'queue'>,
  { actor, requestId, suspensionId: id, reason }: LiftSuspension,
): Promise<Result<Suspension>> {
  const suspension = await findSuspension(app, id);
  if (!suspension) return refuse('ratings.suspension-lifted');
  const { providerId } = suspension;
  const refusal = mayNotRule(actor, providerId) ?? reasonRefusal(reason);
  if (refusal) return refusal;
  const at = app.clock.now();
  const audit = auditCtes(
    {
      ...{ objectType: 'provider', objectId: providerId, actor: actor.principalId, org: 'platform' },
      ...{ action: 'rating.suspension-lifted', requestId, at, data: { id } },
    },
    { guard: 'lifted' },
  );
  const messages = await toldOfSuspension(app, providerId, { id, rule: 'lifted' });
  try {
    await app.database.change([
      handled(requestId, at),
      Prisma.sql`WITH ${liftedCtes({ id, by: actor.principalId, reason: reason.trim(), at })}, ${audit}
        SELECT expect_rows((SELECT count(*) FROM lifted), 1, ${LIFTED})`,
      ...owe(app.queue, { messages, redraw: [id] }, at),
    ]);
  } catch (error) {
    if (error instanceof Conflict && error.code === LIFTED) return refuse('ratings.suspension-lifted');
    throw error;
  }
  return ok(suspension);
}

const LIFTED = 'suspension-lifted';
