import type { App } from '../../../app.ts';
import { auditCtes } from '../../../audit/event.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor } from '../../../people/principal.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { ok, type Result, refuse } from '../../../result.ts';
import { findGrant, type Grant } from '../record/grants.ts';

export interface RevokeKey {
  readonly actor: Actor;
  readonly applicationId: string;
  readonly mode: string;
  readonly keyId: string;
  readonly requestId: string;
}

const GONE = 'key-gone';

/** The key stops working at once. Refused: `access.key-gone`, and whoever does not administer the provider. */
export async function revokeKey(
  app: Pick<App, 'database' | 'clock'>,
  { actor, applicationId, mode, keyId, requestId }: RevokeKey,
): Promise<Result<Grant>> {
  const grant = await findGrant(app, applicationId, mode);
  if (!grant) return refuse('access.key-gone');
  const { providerId } = grant;
  const refusal = permissionRefusal(permitted('service.keys', actor, { providerId }));
  if (refusal) return refusal;
  const at = app.clock.now();
  const event = auditCtes(
    {
      objectType: 'provider',
      objectId: providerId,
      actor: actor.principalId,
      org: providerId,
      action: 'service.key-revoked',
      at,
      requestId,
      data: { applicationId, mode, key: keyId },
    },
    { guard: 'revoked' },
  );
  try {
    await app.database.change([
      Prisma.sql`
        WITH revoked AS (
            UPDATE api_key SET revoked_at = ${at} WHERE id = ${keyId} AND application_id = ${applicationId}
              AND mode = ${mode} AND revoked_at IS NULL AND expires_at > ${at} RETURNING id),
          ${event}
        SELECT expect_rows((SELECT count(*) FROM revoked), 1, ${GONE})`,
      handled(requestId, at),
    ]);
  } catch (error) {
    if (error instanceof Conflict && error.code === GONE) return refuse('access.key-gone');
    throw error;
  }
  return ok({ ...grant, keys: grant.keys.filter(({ id }) => id !== keyId) });
}
