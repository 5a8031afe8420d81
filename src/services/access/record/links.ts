import type { App } from '../../../app.ts';
import type { OrganisationId, PrincipalId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { KEY_MODES, type KeyMode } from '../key.ts';
import { tokenHash } from '../token.ts';

/** A link that can still be opened. */
export interface OpenLink {
  readonly applicationId: string;
  readonly mode: KeyMode;
  readonly principalId: PrincipalId;
  readonly providerId: OrganisationId;
  readonly provider: string;
  readonly replaces: string | null;
  readonly expiresAt: Date;
  /** Of its person; null follows the default. */
  readonly locale: string | null;
}

type Row = Omit<OpenLink, 'mode'> & { readonly mode: string };

/**
 * Null for a token that nobody was given, that was used or is over, whose grant has ended, or whose person does not
 * administer the provider any more: a page that tells them apart would help nobody but a guesser.
 */
export async function findOpenLink(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  token: string,
): Promise<OpenLink | null> {
  const [row] = await database.query<Row>(Prisma.sql`
    SELECT l.application_id AS "applicationId", l.mode, l.principal_id AS "principalId", g.provider_id AS "providerId",
      o.name AS provider, l.replaces, l.expires_at AS "expiresAt", p.locale
    FROM api_key_link l JOIN api_grant g USING (application_id, mode)
      JOIN organisation o ON o.id = g.provider_id JOIN principal p ON p.id = l.principal_id
    WHERE l.token_hash = ${tokenHash(token)} AND ${isOpen(clock.now())}`);
  return row ? { ...row, mode: KEY_MODES.find((mode) => mode === row.mode) ?? 'SANDBOX' } : null;
}

/** Of a link `l` and its grant `g`. */
export const isOpen = (now: Date): Prisma.Sql => Prisma.sql`
  l.used_at IS NULL AND l.expires_at > ${now}::timestamptz AND g.ended_at IS NULL
  AND EXISTS (SELECT FROM membership m WHERE m.principal_id = l.principal_id
    AND m.organisation_id = g.provider_id AND m.role = 'PROVIDER_ADMIN')`;

const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** Links that have been over for a week say nothing that the audit trail does not. */
export const forgetOldLinks = (now: Date): Prisma.Sql =>
  Prisma.sql`DELETE FROM api_key_link WHERE expires_at < ${new Date(now.getTime() - KEPT_MS)}`;
