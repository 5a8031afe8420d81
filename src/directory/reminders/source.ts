import type { App } from '../../app.ts';
import { PLATFORM_ORGANISATION } from '../../people/actions/bootstrap-lead.ts';
import type { Delegation } from '../../people/delegation/delegation.ts';
import { reachedOf } from '../../people/delegation/reached.ts';
import { activeAt } from '../../people/delegation/record.ts';
import type { PrincipalId, Role } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { DueRung, ReminderSource } from '../../reminders/sweep/source.ts';
import { SHORT_UNDER_A_COOPERATION } from './plan-standings.ts';
import { STANDING_VIEW } from './standing-card.ts';
import { dateOf } from './standing-rungs.ts';

/** The reminders of a provider's own deadlines: its qualifications, its recognition, its deposit. */
export const standingReminders: ReminderSource = {
  serves: (object) => object.startsWith('prv_'),
  view: STANDING_VIEW,
  spread: async (app, due) => {
    const concerned = await stillConcerned(app, due);
    return due.map((rung) => ({ due: rung, receivers: concerned.get(keyOf(rung)) ?? [], next: [] }));
  },
};

interface ConcernedRow {
  readonly key: string;
  readonly object: string;
  readonly role: Role;
  readonly receivers: readonly PrincipalId[];
}

const keyOf = ({ object, stateSeq, rung }: DueRung): string => `${object} ${stateSeq} ${rung}`;

/**
 * Whom each rung still concerns: the provider's admins, and leads once the time to top up is over; stand-ins instead of whoever
 * is away. Nobody where the date has moved, the deposit is there, or the provider is barred.
 */
async function stillConcerned(
  app: Pick<App, 'database' | 'clock'>,
  due: readonly DueRung[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const asked = due.map((rung) => ({
    key: keyOf(rung),
    object: rung.object,
    about: dateOf(rung.stateSeq),
    deposit: rung.rung.startsWith('deposit-'),
    role: rung.rung === 'deposit-over' ? 'STAFF_LEAD' : 'PROVIDER_ADMIN',
  }));
  const places = [...new Set(due.map(({ object }) => object)), PLATFORM_ORGANISATION];
  const active = await activeAt(app, places, app.clock.now());
  const rows = await app.database.query<ConcernedRow>(Prisma.sql`
    SELECT d.key, d.object, d.role, ARRAY(SELECT m.principal_id FROM membership m
      WHERE m.role = d.role AND (d.role = 'STAFF_LEAD' OR m.organisation_id = d.object)
      ORDER BY m.since, m.principal_id) AS receivers
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        AS d(key text, object text, about date, deposit boolean, role text)
      JOIN provider p ON p.id = d.object
    WHERE p.barred_at IS NULL AND CASE WHEN d.deposit THEN ${SHORT_UNDER_A_COOPERATION}
      ELSE p.recognised_until = d.about
        OR EXISTS (SELECT FROM qualification q WHERE q.provider_id = p.id AND q.valid_until = d.about) END`);
  return new Map(rows.map((row) => [row.key, reachedNow(active, row)]));
}

function reachedNow(active: readonly Delegation[], { object, role, receivers }: ConcernedRow) {
  const organisationId = role === 'STAFF_LEAD' ? PLATFORM_ORGANISATION : object;
  return reachedOf(active, { organisationId, role, people: receivers });
}
