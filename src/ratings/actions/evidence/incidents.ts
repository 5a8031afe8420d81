import type { App } from '../../../app.ts';
import { auditCtes } from '../../../audit/event.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor, OrganisationId } from '../../../people/principal.ts';
import { refusePerson } from '../../../people/refusals.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { ok, type Result, refuse } from '../../../result.ts';

/** C: a complaint. L: late data or a wrong filing. */
export const SEVERITIES = ['C', 'S1', 'S2', 'S3', 'L'] as const;
export type Severity = (typeof SEVERITIES)[number];

type Deps = Pick<App, 'database' | 'clock' | 'ids'>;

export interface OpenIncident {
  readonly actor: Actor;
  readonly requestId: string;
  readonly providerId: OrganisationId;
  readonly reportId: string | null;
  readonly severity: Severity;
  readonly text: string;
}

const SHORTEST_TEXT = 20;

/** Puts a complaint or an incident on record; nothing is deducted before a verdict. Refuses `ratings.incident-text`. */
export async function openIncident(app: Deps, input: OpenIncident): Promise<Result<{ readonly id: string }>> {
  const refusal = permissionRefusal(permitted('rating.record', input.actor));
  if (refusal) return refusal;
  const { actor, providerId, reportId, severity } = input;
  const text = input.text.trim();
  if (text.length < SHORTEST_TEXT) return refuse('ratings.incident-text', { minimum: SHORTEST_TEXT }, 'text');
  const [id, at] = [app.ids.next('inc'), app.clock.now()];
  const audit = auditCtes(
    { ...chainOf(input), action: 'rating.incident-opened', at, data: { id, severity, reportId } },
    { guard: 'opened' },
  );
  await app.database.change([
    handled(input.requestId, at),
    Prisma.sql`WITH opened AS (
        INSERT INTO incident (id, provider_id, report_id, severity, text, opened_by, opened_at)
        SELECT ${id}, p.id, ${reportId}::text, ${severity}, ${text}, ${actor.principalId}, ${at}::timestamptz
        FROM provider p WHERE p.id = ${providerId} RETURNING id), ${audit}
      SELECT expect_rows((SELECT count(*) FROM opened), 1, 'unknown-provider')`,
  ]);
  return ok({ id });
}

export interface DecideIncident {
  readonly actor: Actor;
  readonly requestId: string;
  readonly incidentId: string;
  readonly verdict: 'UPHELD' | 'DISMISSED';
  /** What the verdict rests on. */
  readonly basis: string;
}

/**
 * The verdict on an incident: it counts in the quarter in which it is given. Nobody of the provider decides, nor whoever
 * put it on record. Refuses `ratings.incident-unknown`, `ratings.incident-decided`, `ratings.incident-text`.
 */
export async function decideIncident(
  app: Deps,
  input: DecideIncident,
): Promise<Result<{ readonly id: string }>> {
  const { actor, incidentId: id, verdict } = input;
  const refusal = permissionRefusal(permitted('rating.record', actor));
  if (refusal) return refusal;
  const incident = await app.database.prisma.incident.findUnique({ where: { id } });
  if (!incident) return refuse('ratings.incident-unknown');
  if (actor.memberships.some(({ organisationId }) => organisationId === incident.providerId))
    return refusePerson('party-member-may-not-decide', { rolesNeeded: ['STAFF_REVIEWER', 'STAFF_LEAD'] });
  if (incident.openedBy === actor.principalId)
    return refusePerson('requester-may-not-decide', { rolesNeeded: ['STAFF_REVIEWER', 'STAFF_LEAD'] });
  const basis = input.basis.trim();
  if (basis.length < SHORTEST_TEXT)
    return refuse('ratings.incident-text', { minimum: SHORTEST_TEXT }, 'basis');
  const at = app.clock.now();
  const entry = {
    ...chainOf({ ...input, providerId: incident.providerId }),
    action: 'rating.incident-decided',
    at,
  };
  const audit = auditCtes(
    { ...entry, data: { id, severity: incident.severity, verdict } },
    { guard: 'decided' },
  );
  try {
    await app.database.change([
      handled(input.requestId, at),
      Prisma.sql`WITH decided AS (
          UPDATE incident SET verdict = ${verdict}, basis = ${basis}, decided_by = ${actor.principalId},
            decided_at = ${at}::timestamptz
          WHERE id = ${id} AND verdict IS NULL RETURNING id), ${audit}
        SELECT expect_rows((SELECT count(*) FROM decided), 1, ${DECIDED})`,
    ]);
  } catch (error) {
    if (error instanceof Conflict && error.code === DECIDED) return refuse('ratings.incident-decided');
    throw error;
  }
  return ok({ id });
}

const DECIDED = 'incident-decided';

const chainOf = ({
  actor,
  requestId,
  providerId,
}: Pick<OpenIncident, 'actor' | 'requestId' | 'providerId'>) => ({
  objectType: 'provider' as const,
  objectId: providerId,
  actor: actor.principalId,
  org: 'platform',
  requestId,
});
