import type { App } from '../../../app.ts';
import { auditCtes } from '../../../audit/event.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { owe } from '../../../delivery/owe.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import { type Actor, holds } from '../../../people/principal.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { ok, type Result, refuse } from '../../../result.ts';
import { type AnsweringSide, MOST_ANSWERS } from '../../incidents.ts';
import { findIncident, type IncidentRecord } from '../../record/incidents/incident-record.ts';
import { type Acted, onProvider } from './chain.ts';
import { textRefusal } from './open-incident.ts';
import { toldOfIncident } from './told.ts';

export interface AnswerIncident extends Acted {
  readonly incidentId: string;
  readonly text: string;
}

type Deps = Pick<App, 'database' | 'clock' | 'queue'>;

/**
 * What the provider, or the store that complained, says before the verdict; the other side and the staff hear of it.
 * Refuses `ratings.incident-unknown`, `ratings.incident-text`, `ratings.incident-answers` and, once there is a verdict,
 * `ratings.incident-over`.
 */
export async function answerIncident(
  app: Deps,
  input: AnswerIncident,
): Promise<Result<{ readonly side: AnsweringSide }>> {
  const incident = await findIncident(app, input.incidentId);
  if (!incident) return refuse('ratings.incident-unknown');
  const { actor } = input;
  const refusal =
    permissionRefusal(permitted('rating.answer-incident', actor, partiesOf(incident))) ??
    textRefusal(input.text);
  if (refusal) return refusal;
  if (incident.verdict !== null) return refuse('ratings.incident-over');
  const side = sideOf(incident, actor);
  const said = incident.answers.filter((answer) => answer.side === side).length;
  if (said >= MOST_ANSWERS) return refuse('ratings.incident-answers', { most: MOST_ANSWERS });
  try {
    await app.database.change(await statements(app, input, { incident, side }));
  } catch (error) {
    if (error instanceof Conflict && error.code === MOVED) return refuse('ratings.incident-moved');
    throw error;
  }
  return ok({ side });
}

const MOVED = 'incident-moved';

/** The organisations that an incident is between. */
export const partiesOf = ({ providerId, storeId }: Pick<IncidentRecord, 'providerId' | 'storeId'>) => ({
  providerId,
  ...(storeId === null ? {} : { storeId }),
});

const sideOf = ({ providerId }: IncidentRecord, actor: Actor): AnsweringSide =>
  holds(actor, 'PROVIDER_ADMIN', providerId) ? 'PROVIDER' : 'STORE';

interface Said {
  readonly incident: IncidentRecord;
  readonly side: AnsweringSide;
}

/** Compared by the number of answers: what was said to something else than what stands is not taken. */
async function statements(app: Deps, input: AnswerIncident, { incident, side }: Said) {
  const { id, providerId, storeId, answers } = incident;
  const { actor, requestId, text } = input;
  const [at, number] = [app.clock.now(), answers.length + 1];
  const org = side === 'PROVIDER' ? providerId : (storeId ?? providerId);
  const audit = auditCtes(
    {
      ...onProvider(input, providerId, org),
      action: 'rating.incident-answered',
      at,
      data: { id, number, side },
    },
    { guard: 'said' },
  );
  const messages = await toldOfIncident(app, {
    ...{ id, rule: 'answered', stateSeq: number, except: actor.principalId, staff: storeId === null },
    ...(side === 'PROVIDER' ? { providerId: null, storeId } : { providerId, storeId: null }),
  });
  return [
    handled(requestId, at),
    Prisma.sql`WITH said AS (
        INSERT INTO incident_answer (incident_id, number, side, text, author, at)
        SELECT i.id, ${number}::int, ${side}, ${text.trim()}, ${actor.principalId}, ${at}::timestamptz
        FROM incident i WHERE i.id = ${id} AND i.verdict IS NULL
        ON CONFLICT DO NOTHING RETURNING 1), ${audit}
      SELECT expect_rows((SELECT count(*) FROM said), 1, ${MOVED})`,
    ...owe(app.queue, { messages, redraw: [id] }, at),
  ];
}
