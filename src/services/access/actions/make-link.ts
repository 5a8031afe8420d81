import type { App } from '../../../app.ts';
import { auditEvent } from '../../../audit/event.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { ok, type Result, refuse } from '../../../result.ts';
import type { KeyMode } from '../key.ts';
import { findGrant } from '../record/grants.ts';
import { ACCESS_RULES, hoursAfter } from '../rules.ts';
import { newToken, tokenHash } from '../token.ts';

export interface MakeLink {
  readonly actor: Actor;
  readonly applicationId: string;
  readonly mode: KeyMode;
  /** A key that the new one takes the place of. */
  readonly replaces?: string;
  readonly requestId: string;
}

export interface KeyLink {
  /** For the one who asked alone; only its hash is written. */
  readonly token: string;
  readonly expiresAt: Date;
}

/**
 * A link to a page that shows one new key, once; an earlier one of the same person that was not opened is void. Refused:
 * `access.no-grant`, `access.key-gone`, `access.too-many-keys`, and whoever does not administer the provider.
 */
export async function makeKeyLink(
  app: Pick<App, 'database' | 'clock'>,
  { actor, applicationId, mode, replaces, requestId }: MakeLink,
): Promise<Result<KeyLink>> {
  const grant = await findGrant(app, applicationId, mode);
  if (!grant) return refuse('access.no-grant');
  const { providerId, keys } = grant;
  const refusal = permissionRefusal(permitted('service.keys', actor, { providerId }));
  if (refusal) return refusal;
  if (replaces !== undefined && !keys.some(({ id }) => id === replaces)) return refuse('access.key-gone');
  if (keys.length >= ACCESS_RULES.mostKeys) {
    return refuse('access.too-many-keys', { most: ACCESS_RULES.mostKeys });
  }
  const { principalId } = actor;
  const token = newToken();
  const at = app.clock.now();
  const expiresAt = hoursAfter(at, ACCESS_RULES.linkHours);
  await app.database.change([
    Prisma.sql`
      UPDATE api_key_link SET expires_at = ${at}
      WHERE application_id = ${applicationId} AND mode = ${mode} AND principal_id = ${principalId}
        AND used_at IS NULL AND expires_at > ${at}`,
    Prisma.sql`
      INSERT INTO api_key_link (token_hash, application_id, mode, principal_id, replaces, created_at, expires_at)
      VALUES (${tokenHash(token)}, ${applicationId}, ${mode}, ${principalId}, ${replaces ?? null}, ${at}, ${expiresAt})`,
    auditEvent({
      objectType: 'provider',
      objectId: providerId,
      actor: principalId,
      org: providerId,
      action: 'service.key-link',
      at,
      requestId,
      data: { applicationId, mode, ...(replaces ? { replaces } : {}) },
    }),
    handled(requestId, at),
  ]);
  return ok({ token, expiresAt });
}
