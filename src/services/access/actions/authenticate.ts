import type { App } from '../../../app.ts';
import type { Person } from '../../../chat/conversation.ts';
import { isRole } from '../../../people/find-person.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { sharesAccountsWith } from '../../../people/shared-accounts.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { PROGRAMME_ZONE } from '../../../ratings/cycle/quarter.ts';
import { benefitLevel } from '../../../ratings/ladder/benefits.ts';
import type { Level } from '../../../ratings/levels/level.ts';
import { today } from '../../../reports/periods.ts';
import type { IsoDate } from '../../../reports/report.ts';
import { ok, type Result, refuse } from '../../../result.ts';
import { isKey, KEY_MODES, type KeyMode, keyHash } from '../key.ts';
import { isScope, type Scope, scopesAtLevel } from '../scopes.ts';

/** Who asks by a key, and what the key lets them do now. */
export interface KeyHolder {
  readonly keyId: string;
  readonly prefix: string;
  readonly mode: KeyMode;
  readonly applicationId: string;
  readonly providerId: OrganisationId;
  /** Whoever took the key, with their roles at this provider and no others. */
  readonly person: Person;
  readonly locale: string | null;
  /** Granted, and not above the level of today. */
  readonly scopes: readonly Scope[];
  readonly allowedIps: readonly string[];
}

interface Row {
  readonly id: string;
  readonly prefix: string;
  readonly mode: string;
  readonly application_id: string;
  readonly provider_id: string;
  readonly principal_id: string;
  readonly display_name: string;
  readonly locale: string | null;
  readonly roles: readonly string[];
  readonly shares: readonly string[];
  readonly scopes: readonly string[];
  readonly allowed_ips: readonly string[];
  readonly level: Level | null;
  readonly benefits_level: Level | null;
  readonly benefits_until: IsoDate | null;
  readonly suspended: boolean;
}

const NEAR_ENOUGH_MS = 60 * 60 * 1000;

/**
 * One statement over unique indexes, asked for each request and kept nowhere: a key, a grant, a role or a level that is
 * gone counts no more with the next request. How long the search for a hash takes says nothing of any key.
 * Refused: `access.key-unknown`, whether there never was such a key or it is over.
 */
export async function authenticate(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  key: string,
): Promise<Result<KeyHolder>> {
  if (!isKey(key)) return refuse('access.key-unknown');
  const now = clock.now();
  const [row] = await database.query<Row>(holder(keyHash(key), now));
  if (!row) return refuse('access.key-unknown');
  const { mode, locale, prefix } = row;
  return ok({
    ...{ keyId: row.id, prefix, locale, applicationId: row.application_id, providerId: row.provider_id },
    mode: KEY_MODES.find((known) => known === mode) ?? 'SANDBOX',
    person: personOf(row),
    scopes: scopesOf(row, now),
    allowedIps: row.allowed_ips,
  });
}

function personOf({ principal_id, display_name, roles, provider_id, shares }: Row): Person {
  return {
    principalId: principal_id,
    displayName: display_name,
    memberships: roles.filter(isRole).map((role) => ({ role, organisationId: provider_id })),
    ...(shares.length === 0 ? {} : { sharesAccountsWith: shares }),
  };
}

function scopesOf({ mode, scopes, ...row }: Row, now: Date): readonly Scope[] {
  const granted = scopes.filter(isScope);
  if (mode === 'SANDBOX') return granted;
  const held = {
    level: row.level ?? 'P',
    benefitsLevel: row.benefits_level,
    benefitsUntil: row.benefits_until,
    suspended: row.suspended,
  };
  const unlocked = scopesAtLevel(benefitLevel(held, today(now, PROGRAMME_ZONE)));
  return granted.filter((scope) => unlocked.includes(scope));
}

/** Notes the use, to the hour, beside what it reads. */
const holder = (hash: string, now: Date): Prisma.Sql => Prisma.sql`
  WITH used AS (
    UPDATE api_key SET last_used_at = ${now} WHERE hash = ${hash}
      AND (last_used_at IS NULL OR last_used_at <= ${new Date(now.getTime() - NEAR_ENOUGH_MS)}))
  SELECT k.id, k.prefix, k.mode, k.application_id, k.principal_id, g.provider_id, g.scopes, g.allowed_ips,
    p.display_name, p.locale, ${sharesAccountsWith(Prisma.sql`p.id`)} AS shares,
    ARRAY(SELECT m.role FROM membership m
      WHERE m.principal_id = p.id AND m.organisation_id = g.provider_id ORDER BY m.role) AS roles,
    r.level, r.benefits_level, to_char(r.benefits_until, 'YYYY-MM-DD') AS benefits_until, r.suspended_at IS NOT NULL AS suspended
  FROM api_key k JOIN api_grant g USING (application_id, mode) JOIN principal p ON p.id = k.principal_id
    LEFT JOIN provider_rating r ON r.provider_id = g.provider_id
  WHERE k.hash = ${hash} AND k.revoked_at IS NULL AND k.expires_at > ${now} AND g.ended_at IS NULL`;
