import { createHash } from 'node:crypto';
import type { App } from '../../app.ts';
import type { OrganisationId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { type IsoDate, TERMINAL_STATES } from '../../reports/report.ts';
import { canonicalJson } from '../../reports/revision.ts';

/** What the platform keeps about a provider and shows to leads alone. Dates are inclusive. */
export interface StandingRecord {
  readonly recognisedUntil: IsoDate;
  readonly barred: boolean;
  readonly depositAvailableMinor: number;
  /** ISO 4217. */
  readonly depositCurrency: string;
  /** Null: none on record. Of several, the one that ends first, because all of them must be valid (G8). */
  readonly licenceUntil: IsoDate | null;
  readonly authorisationUntil: IsoDate | null;
  /** Two approvals are needed until then (domain-rules §3.4). */
  readonly watchedUntil: IsoDate | null;
}

export interface KeptStanding {
  readonly name: string;
  readonly standing: StandingRecord;
  /** Null where nobody changed it since the provider came on record. */
  readonly changed: { readonly by: string; readonly at: Date } | null;
}

/** The action in the audit trail that changes a standing. */
export const STANDING_CHANGED = 'provider.standing-changed';

/** A record of the provider's own row and its qualifications; null where there is no provider with this id. */
export async function findStanding(
  { database }: Pick<App, 'database'>,
  id: OrganisationId,
): Promise<KeptStanding | null> {
  const [row] = await database.query<StandingRow>(Prisma.sql`
    SELECT o.name, to_char(p.recognised_until, 'YYYY-MM-DD') AS "recognisedUntil",
      p.barred_at IS NOT NULL AS barred, p.deposit_available_minor::float8 AS "depositAvailableMinor",
      p.deposit_currency AS "depositCurrency", to_char(${firstToEnd('LICENCE')}, 'YYYY-MM-DD') AS "licenceUntil",
      to_char(${firstToEnd('AUTHORISATION')}, 'YYYY-MM-DD') AS "authorisationUntil",
      to_char(p.watched_until, 'YYYY-MM-DD') AS "watchedUntil", last.by, last.at
    FROM provider p JOIN organisation o ON o.id = p.id
      LEFT JOIN LATERAL (
        SELECT coalesce(who.display_name, e.actor) AS by, e.at
        FROM audit_event e LEFT JOIN principal who ON who.id = e.actor
        WHERE e.object_type = 'provider' AND e.object_id = p.id AND e.action = ${STANDING_CHANGED}
        ORDER BY e.seq DESC LIMIT 1) last ON true
    WHERE p.id = ${id}`);
  if (!row) return null;
  const { name, by, at, ...standing } = row;
  return { name, standing, changed: by === null || at === null ? null : { by, at } };
}

interface StandingRow extends StandingRecord {
  readonly name: string;
  readonly by: string | null;
  readonly at: Date | null;
}

/** For statements over `provider p`. */
export const firstToEnd = (kind: 'LICENCE' | 'AUTHORISATION'): Prisma.Sql =>
  Prisma.sql`(SELECT min(q.valid_until) FROM qualification q WHERE q.provider_id = p.id AND q.kind = ${kind})`;

/** Names one state of a standing without telling it: a form carries it, and is compared by it when it comes back. */
export const standingDigest = (standing: StandingRecord): string =>
  createHash('sha256')
    .update(canonicalJson({ ...standing }))
    .digest('hex')
    .slice(0, 32);

/** Reports of the provider that have not ended. */
export async function openReportIds(
  { database }: Pick<App, 'database'>,
  providerId: OrganisationId,
): Promise<readonly string[]> {
  const rows = await database.query<{ readonly id: string }>(Prisma.sql`
    SELECT id FROM report WHERE provider_id = ${providerId} AND state NOT IN (${Prisma.join([...TERMINAL_STATES])})
    ORDER BY id`);
  return rows.map(({ id }) => id);
}
