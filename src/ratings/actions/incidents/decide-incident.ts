import type { App } from '../../../app.ts';
import { auditCtes } from '../../../audit/event.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { owe } from '../../../delivery/owe.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import { refusePerson } from '../../../people/refusals.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { ok, type Refusal, type Result, refuse } from '../../../result.ts';
import { heardUntil, type IncidentVerdict, isHeard } from '../../incidents.ts';
import { findIncident, type IncidentRecord } from '../../record/incidents/incident-record.ts';
import { type Acted, onProvider } from './chain.ts';
import { textRefusal } from './open-incident.ts';
import { toldOfIncident } from './told.ts';

export interface DecideIncident extends Acted {
  readonly incidentId: string;
  readonly verdict: IncidentVerdict;
  /** What the verdict rests on. */
  readonly basis: string;
}

type Deps = Pick<App, 'database' | 'clock' | 'queue'>;

/**
 * The verdict on an incident: it counts in the quarter in which it is given, and can be appealed for ten business days from
 * then on. Nobody of its parties decides, nor whoever put it on record. Refuses `ratings.incident-unknown`,
 * `ratings.incident-decided`, `ratings.incident-text` and `ratings.incident-unheard`.
 */
export async function decideIncident(
  app: Deps,
  input: DecideIncident,
): Promise<Result<{ readonly id: string }>> {
  const refusal = permissionRefusal(permitted('rating.record', input.actor));
  if (refusal) return refusal;
  const incident = await findIncident(app, input.incidentId);
  if (!incident) return refuse('ratings.incident-unknown');
  const wrong = mayNotDecide(input, incident) ?? unheard(input, incident, app.clock.now());
  if (wrong) return wrong;
  try {
    await app.database.change(await statements(app, input, incident));
  } catch (error) {
    if (error instanceof Conflict && error.code === DECIDED) return refuse('ratings.incident-decided');
    throw error;
  }
  return ok({ id: incident.id });
}

const DECIDED = 'incident-decided';
const OTHER_STAFF = { rolesNeeded: ['STAFF_REVIEWER', 'STAFF_LEAD'] } as const;

function mayNotDecide({ actor, basis }: DecideIncident, incident: IncidentRecord): Refusal | null {
  const { providerId, storeId, openedBy, verdict } = incident;
  if (verdict !== null) return refuse('ratings.incident-decided');
  const own = actor.memberships.some(({ organisationId: id }) => id === providerId || id === storeId);
  if (own) return refusePerson('party-member-may-not-decide', OTHER_STAFF);
  if (openedBy === actor.principalId) return refusePerson('requester-may-not-decide', OTHER_STAFF);
  return textRefusal(basis, 'basis');
}

function unheard({ verdict }: DecideIncident, incident: IncidentRecord, now: Date): Refusal | null {
  if (verdict === 'DISMISSED' || isHeard(incident, now)) return null;
  return refuse('ratings.incident-unheard', { last: heardUntil(incident.openedAt) });
}

async function statements(app: Deps, input: DecideIncident, incident: IncidentRecord) {
  const { id, providerId, storeId, severity, answers } = incident;
  const { actor, requestId, verdict } = input;
  const at = app.clock.now();
  const audit = auditCtes(
    {
      ...onProvider(input, providerId, 'platform'),
      action: 'rating.incident-decided',
      at,
      data: { id, severity, verdict },
    },
    { guard: 'decided' },
  );
  const messages = await toldOfIncident(app, {
    ...{ id, rule: 'decided', stateSeq: answers.length + 1, providerId, storeId },
    ...{ staff: false, except: actor.principalId },
  });
  return [
    handled(requestId, at),
    Prisma.sql`WITH decided AS (
        UPDATE incident SET verdict = ${verdict}, basis = ${input.basis.trim()}, decided_by = ${actor.principalId},
          decided_at = ${at}::timestamptz
        WHERE id = ${id} AND verdict IS NULL RETURNING id), ${audit}
      SELECT expect_rows((SELECT count(*) FROM decided), 1, ${DECIDED})`,
    ...owe(app.queue, { messages, redraw: [id] }, at),
  ];
}
