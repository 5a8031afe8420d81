import type { App } from '../../../app.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { KEY_MODES, type KeyMode } from '../key.ts';
import { isScope, type Scope } from '../scopes.ts';

/** A key as people see it listed. */
export interface ListedKey {
  readonly id: string;
  readonly prefix: string;
  readonly takenBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
}

export interface Grant {
  readonly applicationId: string;
  readonly mode: KeyMode;
  readonly providerId: OrganisationId;
  readonly scopes: readonly Scope[];
  readonly allowedIps: readonly string[];
  /** Those that still work, newest first. */
  readonly keys: readonly ListedKey[];
}

interface KeyRow extends Readonly<Record<'id' | 'prefix' | 'by' | 'created' | 'expires', string>> {
  readonly used: string | null;
}

interface Row {
  readonly application_id: string;
  readonly mode: string;
  readonly provider_id: string;
  readonly scopes: readonly string[];
  readonly allowed_ips: readonly string[];
  readonly keys: readonly KeyRow[];
}

/** What these providers hold now; the sandbox before the live one. */
export const grantsOf = (
  app: Pick<App, 'database' | 'clock'>,
  providerIds: readonly OrganisationId[],
): Promise<readonly Grant[]> =>
  grantsWhere(app, Prisma.sql`g.provider_id = ANY(${[...providerIds]}::text[])`);

/** Null where the application has no such grant, or not any more. */
export async function findGrant(
  app: Pick<App, 'database' | 'clock'>,
  applicationId: string,
  mode: string,
): Promise<Grant | null> {
  const [grant] = await grantsWhere(
    app,
    Prisma.sql`g.application_id = ${applicationId} AND g.mode = ${mode}`,
  );
  return grant ?? null;
}

async function grantsWhere(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  which: Prisma.Sql,
): Promise<readonly Grant[]> {
  const rows = await database.query<Row>(Prisma.sql`
    SELECT g.application_id, g.mode, g.provider_id, g.scopes, g.allowed_ips,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'prefix', k.prefix, 'by', p.display_name,
         'created', k.created_at, 'expires', k.expires_at, 'used', k.last_used_at) ORDER BY k.created_at DESC, k.id), '[]')
       FROM api_key k JOIN principal p ON p.id = k.principal_id
       WHERE k.application_id = g.application_id AND k.mode = g.mode
         AND k.revoked_at IS NULL AND k.expires_at > ${clock.now()}) AS keys
    FROM api_grant g WHERE ${which} AND g.ended_at IS NULL
    ORDER BY g.mode DESC, g.granted_at, g.application_id`);
  return rows.map(grant);
}

function grant(row: Row): Grant {
  return {
    applicationId: row.application_id,
    mode: KEY_MODES.find((mode) => mode === row.mode) ?? 'SANDBOX',
    providerId: row.provider_id,
    scopes: row.scopes.filter(isScope),
    allowedIps: row.allowed_ips,
    keys: row.keys.map((key) => ({
      id: key.id,
      prefix: key.prefix,
      takenBy: key.by,
      createdAt: new Date(key.created),
      expiresAt: new Date(key.expires),
      lastUsedAt: key.used === null ? null : new Date(key.used),
    })),
  };
}
