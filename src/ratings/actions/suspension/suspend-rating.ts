import type { App } from '../../../app.ts';
import { auditCtes } from '../../../audit/event.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { owe } from '../../../delivery/owe.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor, OrganisationId } from '../../../people/principal.ts';
import { refusePerson } from '../../../people/refusals.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { addDays, today } from '../../../reports/periods.ts';
import { ok, type Refusal, type Result, refuse } from '../../../result.ts';
import { endOf, PROGRAMME_ZONE, quarterOf, shifted } from '../../cycle/quarter.ts';
import { SHORTEST_REASON, type SuspensionCause, WATCHED_QUARTERS } from '../../suspension.ts';
import { toldOfSuspension } from './told.ts';

export interface SuspendRating {
  readonly actor: Actor;
  readonly requestId: string;
  readonly providerId: OrganisationId;
  readonly cause: SuspensionCause;
  /** For the provider to read. */
  readonly reason: string;
}

type Deps = Pick<App, 'database' | 'clock' | 'ids' | 'queue'>;

/**
 * Suspends a rating at once: nobody recommends the provider from here on, what its level gave is gone, and the reasons are
 * sent with the change. Refuses `ratings.suspension-reason`, `ratings.suspended-already`, `people.*`.
 */
export async function suspendRating(
  app: Deps,
  input: SuspendRating,
): Promise<Result<{ readonly id: string }>> {
  const refusal = mayNotRule(input.actor, input.providerId) ?? reasonRefusal(input.reason);
  if (refusal) return refusal;
  const id = app.ids.next('sus');
  try {
    await app.database.change(await statements(app, input, id));
  } catch (error) {
    if (error instanceof Conflict && error.code === STANDS) return refuse('ratings.suspended-already');
    throw error;
  }
  return ok({ id });
}

const STANDS = 'suspension-stands';

/** A lead who is nobody of the provider. */
export function mayNotRule(actor: Actor, providerId: OrganisationId): Refusal | null {
  const refusal = permissionRefusal(permitted('rating.suspend', actor));
  if (refusal) return refusal;
  return actor.memberships.some(({ organisationId }) => organisationId === providerId)
    ? refusePerson('party-member-may-not-decide', { rolesNeeded: ['STAFF_LEAD'] })
    : null;
}

export const reasonRefusal = (reason: string): Refusal | null =>
  reason.trim().length < SHORTEST_REASON
    ? refuse('ratings.suspension-reason', { minimum: SHORTEST_REASON }, 'reason')
    : null;

async function statements(app: Deps, input: SuspendRating, id: string): Promise<readonly Prisma.Sql[]> {
  const { actor, requestId, providerId, cause, reason } = input;
  const at = app.clock.now();
  const quarter = quarterOf(today(at, PROGRAMME_ZONE));
  const watchedUntil = addDays(endOf(shifted(quarter, WATCHED_QUARTERS)), -1);
  const audit = auditCtes(
    {
      ...{ objectType: 'provider', objectId: providerId, actor: actor.principalId, org: 'platform' },
      ...{ action: 'rating.suspended', requestId, at, data: { id, cause } },
    },
    { guard: 'suspended' },
  );
  const messages = await toldOfSuspension(app, providerId, { id, rule: 'suspended' });
  return [
    handled(requestId, at),
    Prisma.sql`WITH suspended AS (
        INSERT INTO rating_suspension (id, provider_id, cause, reason, suspended_by, suspended_at)
        SELECT ${id}, p.id, ${cause}, ${reason.trim()}, ${actor.principalId}, ${at}::timestamptz
        FROM provider p WHERE p.id = ${providerId} ON CONFLICT DO NOTHING RETURNING provider_id),
      stands AS (
        INSERT INTO provider_rating (provider_id, quarter, version, level, scored_cycles, flags, suspended_at)
        SELECT provider_id, ${quarter}, 0, 'P', 0, '{}', ${at}::timestamptz FROM suspended
        ON CONFLICT (provider_id) DO UPDATE SET suspended_at = excluded.suspended_at RETURNING 1),
      watched AS (
        UPDATE provider p SET watched_until = greatest(p.watched_until, ${watchedUntil}::date)
        FROM suspended WHERE p.id = suspended.provider_id RETURNING 1), ${audit}
      SELECT expect_rows((SELECT count(*) FROM suspended), 1, ${STANDS})`,
    ...owe(app.queue, { messages, redraw: [] }, at),
  ];
}
