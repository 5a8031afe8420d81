import type { App } from '../../../app.ts';
import { auditCtes } from '../../../audit/event.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { owe } from '../../../delivery/owe.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor } from '../../../people/principal.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { ok, type Result, refuse } from '../../../result.ts';
import { type Consent, consentSubject, consents } from '../../record/consent/consent.ts';
import { holdersOf } from '../../record/people.ts';

export const CONSENT_VIEW = 'training-consent';

export interface ChangeConsent {
  readonly actor: Actor;
  readonly requestId: string;
  readonly storeId: string;
  readonly providerId: string;
  /** Of what was shown. */
  readonly stateSeq: number;
  readonly grant: boolean;
}

const STALE = 'consent-changed';

/**
 * A store's owner lets a provider, and whoever coaches it, see the store's diagnosis, or takes that back; from the next click
 * on. Refuses `training.no-relationship` and `training.consent-changed`.
 */
export async function changeConsent(
  app: Pick<App, 'database' | 'queue' | 'clock'>,
  input: ChangeConsent,
): Promise<Result<Consent>> {
  const { storeId, providerId, stateSeq, grant } = input;
  const refusal = permissionRefusal(permitted('training.consent', input.actor, { storeId }));
  if (refusal) return refusal;
  const [pair] = await consents(app, { stores: [storeId], providers: [providerId] });
  if (!pair) return refuse('training.no-relationship');
  if (pair.stateSeq !== stateSeq || pair.granted === grant) return refuse('training.consent-changed');
  const at = app.clock.now();
  const admins = await holdersOf(app, 'PROVIDER_ADMIN', providerId);
  const subject = consentSubject(pair);
  const told = { view: CONSENT_VIEW, subject, stateSeq: stateSeq + 1, rule: 'told' };
  try {
    await app.database.change([
      handled(input.requestId, at),
      written(input, at),
      ...owe(
        app.queue,
        { messages: admins.map((receiver) => ({ ...told, receiver })), redraw: [subject] },
        at,
      ),
    ]);
  } catch (error) {
    if (error instanceof Conflict && error.code === STALE) return refuse('training.consent-changed');
    throw error;
  }
  return ok({ ...pair, stateSeq: stateSeq + 1, granted: grant });
}

function written({ actor, requestId, storeId, providerId, stateSeq, grant }: ChangeConsent, at: Date) {
  const action = grant ? 'training.consent-granted' : 'training.consent-withdrawn';
  const audit = auditCtes(
    {
      objectType: 'store',
      objectId: storeId,
      actor: actor.principalId,
      org: storeId,
      action,
      requestId,
      at,
      data: { providerId },
    },
    { guard: 'consent' },
  );
  return Prisma.sql`
    WITH consent AS (
      INSERT INTO store_consent AS c (store_id, provider_id, state_seq, granted_at, withdrawn_at, changed_by)
      SELECT ${storeId}, ${providerId}, 1, ${grant ? at : null}::timestamptz, ${grant ? null : at}::timestamptz,
        ${actor.principalId}
      ON CONFLICT (store_id, provider_id) DO UPDATE SET state_seq = c.state_seq + 1, changed_by = excluded.changed_by,
        granted_at = coalesce(excluded.granted_at, c.granted_at), withdrawn_at = excluded.withdrawn_at
      WHERE c.state_seq = ${stateSeq}::int RETURNING state_seq),
    ${audit}
    SELECT expect_rows((SELECT count(*) FROM consent WHERE state_seq = ${stateSeq + 1}::int), 1, ${STALE})`;
}
