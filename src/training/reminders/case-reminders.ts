import type { App } from '../../app.ts';
import { PLATFORM_ORGANISATION } from '../../people/actions/bootstrap-lead.ts';
import type { Member } from '../../people/delegation/resolve.ts';
import type { OrganisationId, PrincipalId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { isTold } from '../../reminders/ladder/rungs.ts';
import type { DueRung, ReminderSource } from '../../reminders/sweep/source.ts';
import { CASE_VIEW } from '../actions/improvement/open-case.ts';
import { idOf, isCaseSubject } from '../subjects.ts';
import { type Present, presentAt } from './present.ts';

/** The conversation with a provider that falls behind is the leads' to hold; the days of its plan concern both sides. */
export const caseReminders: ReminderSource = {
  serves: isCaseSubject,
  view: CASE_VIEW,
  spread: async (app, due) => {
    const cases = await concerned(app, due);
    const present = await presentAt(app, [
      PLATFORM_ORGANISATION,
      ...[...cases.values()].map(({ providerId }) => providerId),
    ]);
    return due.map((rung) => {
      const found = cases.get(idOf(rung.object));
      return { due: rung, receivers: found ? receiversOf(rung, found, present) : [], next: [] };
    });
  },
};

interface Concerned {
  readonly id: string;
  readonly providerId: OrganisationId;
  readonly state: string;
  readonly leads: readonly Member[];
  readonly admins: readonly Member[];
}

function receiversOf({ rung }: DueRung, found: Concerned, present: Present): readonly PrincipalId[] {
  const { state, providerId } = found;
  const leads = present(PLATFORM_ORGANISATION, found.leads, found.leads);
  const both = [...leads, ...present(providerId, found.admins, found.admins)];
  if (isTold(rung)) return both;
  if (rung === 'improvement-day') return state === 'PLANNED' ? both : [];
  return state === 'OPEN' ? leads : [];
}

async function concerned(
  { database }: Pick<App, 'database'>,
  due: readonly DueRung[],
): Promise<ReadonlyMap<string, Concerned>> {
  const ids = [...new Set(due.map(({ object }) => idOf(object)))];
  const holders = (role: string, where: Prisma.Sql) => Prisma.sql`(
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.principal_id, 'role', m.role)
      ORDER BY m.since, m.principal_id), '[]') FROM membership m WHERE m.role = ${role} AND ${where})`;
  const rows = await database.query<Concerned>(Prisma.sql`
    SELECT c.id, c.provider_id AS "providerId", c.state, ${holders('STAFF_LEAD', Prisma.sql`true`)} AS leads,
      ${holders('PROVIDER_ADMIN', Prisma.sql`m.organisation_id = c.provider_id`)} AS admins
    FROM improvement_case c WHERE c.id = ANY(${ids}::text[])`);
  return new Map(rows.map((row) => [row.id, row]));
}
