import type { App } from '../../../app.ts';
import { auditCtes } from '../../../audit/event.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { ok, type Result, refuse } from '../../../result.ts';
import { type KeyMode, keyHash, newKey, shownPart } from '../key.ts';
import { findOpenLink, forgetOldLinks, isOpen, type OpenLink } from '../record/links.ts';
import { ACCESS_RULES, hoursAfter } from '../rules.ts';
import { tokenHash } from '../token.ts';

export interface TakenKey {
  /** Shown now and never again; only its hash is written. */
  readonly key: string;
  readonly mode: KeyMode;
  readonly expiresAt: Date;
  /** When the key that it takes the place of stops working. */
  readonly oldUntil: Date | null;
}

const USED = 'key-link-used';

/**
 * Uses up a link and makes its key. Of several at once one gets a key. Refused: `access.link-over`, whatever the
 * reason is.
 */
export async function takeKey(
  app: Pick<App, 'database' | 'clock' | 'ids'>,
  token: string,
): Promise<Result<TakenKey>> {
  const link = await findOpenLink(app, token);
  if (!link) return refuse('access.link-over');
  const at = app.clock.now();
  const key = newKey(link.mode);
  const made: Made = {
    id: app.ids.next('key'),
    key,
    at,
    expiresAt: hoursAfter(at, ACCESS_RULES.keyDays * 24),
    oldUntil: link.replaces === null ? null : hoursAfter(at, ACCESS_RULES.overlapHours),
  };
  try {
    await app.database.change([taken(token, link, made), forgetOldLinks(at)]);
  } catch (error) {
    if (error instanceof Conflict && error.code === USED) return refuse('access.link-over');
    throw error;
  }
  return ok({ key, mode: link.mode, expiresAt: made.expiresAt, oldUntil: made.oldUntil });
}

interface Made extends Omit<TakenKey, 'mode'> {
  readonly id: string;
  readonly at: Date;
}

function taken(token: string, link: OpenLink, { id, key, at, expiresAt, oldUntil }: Made): Prisma.Sql {
  const { applicationId, mode, principalId, providerId, replaces } = link;
  const event = auditCtes(
    {
      objectType: 'provider',
      objectId: providerId,
      actor: principalId,
      org: providerId,
      action: 'service.key-taken',
      at,
      data: { applicationId, mode, key: id, prefix: shownPart(key), ...(replaces ? { replaces } : {}) },
    },
    { guard: 'made' },
  );
  return Prisma.sql`
    WITH used AS (
        UPDATE api_key_link l SET used_at = ${at} FROM api_grant g
        WHERE l.token_hash = ${tokenHash(token)} AND g.application_id = l.application_id AND g.mode = l.mode
          AND ${isOpen(at)} RETURNING l.application_id, l.mode, l.principal_id, l.replaces),
      made AS (
        INSERT INTO api_key (id, hash, prefix, application_id, mode, principal_id, created_at, expires_at)
        SELECT ${id}, ${keyHash(key)}, ${shownPart(key)}, application_id, mode, principal_id, ${at}::timestamptz,
          ${expiresAt}::timestamptz FROM used RETURNING id),
      overlapping AS (
        UPDATE api_key SET expires_at = LEAST(expires_at, ${oldUntil}::timestamptz)
        WHERE id = (SELECT replaces FROM used) RETURNING id),
      ${event}
    SELECT expect_rows((SELECT count(*) FROM made), 1, ${USED})`;
}
