import { auditCtes } from '../../../audit/event.ts';
import type { AuditEntry } from '../../../audit/payload.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { membershipsFor } from '../../../people/permissions.ts';
import type { Actor, OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { Ids } from '../../../platform/ids.ts';
import { firstToEnd, STANDING_CHANGED, type StandingRecord } from '../../records/standing-record.ts';

export interface StandingChange {
  readonly actor: Actor;
  readonly requestId: string;
  readonly providerId: OrganisationId;
  readonly draft: Prisma.Sql;
  readonly before: StandingRecord;
  readonly after: StandingRecord;
  readonly reason: string;
  readonly changed: readonly (keyof StandingRecord)[];
  readonly at: Date;
}

/** The code of the `Conflict` when the record is no longer what was shown. */
export const CHANGED = 'standing-changed';

/** The change in order; one in which nothing differs only takes the draft away. */
export function standingStatements(ids: Ids, change: StandingChange): readonly Prisma.Sql[] {
  const { requestId, at, draft, providerId, changed } = change;
  if (changed.length === 0) return [handled(requestId, at), draft];
  return [
    handled(requestId, at),
    draft,
    // Qualifications are compared, too: whoever waited here must see those that the other one wrote.
    Prisma.sql`SELECT id FROM provider WHERE id = ${providerId} FOR UPDATE`,
    Prisma.sql`
      WITH written AS (${update(change)} RETURNING p.id), ${auditCtes(entry(change), { guard: 'written' })}
      SELECT expect_rows((SELECT count(*) FROM written), 1, ${CHANGED})`,
    ...(changed.includes('licenceUntil') ? qualification(ids, change, 'LICENCE') : []),
    ...(changed.includes('authorisationUntil') ? qualification(ids, change, 'AUTHORISATION') : []),
  ];
}

function update({ providerId, before, after, at }: StandingChange): Prisma.Sql {
  return Prisma.sql`
    UPDATE provider p SET recognised_until = ${after.recognisedUntil}::date,
      barred_at = CASE WHEN ${after.barred} THEN coalesce(p.barred_at, ${at}::timestamptz) END,
      deposit_available_minor = ${BigInt(after.depositAvailableMinor)}::bigint,
      watched_until = ${after.watchedUntil}::date
    WHERE p.id = ${providerId} AND p.recognised_until = ${before.recognisedUntil}::date
      AND (p.barred_at IS NOT NULL) = ${before.barred}
      AND p.deposit_available_minor = ${BigInt(before.depositAvailableMinor)}::bigint
      AND p.deposit_currency = ${before.depositCurrency}
      AND p.watched_until IS NOT DISTINCT FROM ${before.watchedUntil}::date
      AND ${firstToEnd('LICENCE')} IS NOT DISTINCT FROM ${before.licenceUntil}::date
      AND ${firstToEnd('AUTHORISATION')} IS NOT DISTINCT FROM ${before.authorisationUntil}::date`;
}

/** One of a kind: the new date stands for whatever there was. */
function qualification(
  ids: Ids,
  { providerId, after }: StandingChange,
  kind: 'LICENCE' | 'AUTHORISATION',
): readonly Prisma.Sql[] {
  const until = kind === 'LICENCE' ? after.licenceUntil : after.authorisationUntil;
  const gone = Prisma.sql`DELETE FROM qualification WHERE provider_id = ${providerId} AND kind = ${kind}`;
  if (until === null) return [gone];
  return [
    gone,
    Prisma.sql`INSERT INTO qualification (id, provider_id, kind, valid_until)
      VALUES (${ids.next('ql')}, ${providerId}, ${kind}, ${until}::date)`,
  ];
}

/** Deposit and watching are confidential: the event proves their values by its hashes, and says only that they changed. */
function entry({
  actor,
  providerId,
  before,
  after,
  reason,
  changed,
  requestId,
  at,
}: StandingChange): AuditEntry {
  const { recognisedUntil, barred, licenceUntil, authorisationUntil } = after;
  return {
    objectType: 'provider',
    objectId: providerId,
    actor: actor.principalId,
    org: membershipsFor('staff.standing', actor)[0]?.organisationId,
    action: STANDING_CHANGED,
    before,
    after,
    requestId,
    at,
    data: { changed, recognisedUntil, barred, licenceUntil, authorisationUntil, reason },
  };
}
