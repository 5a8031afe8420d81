import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { isTold } from '../../reminders/ladder/rungs.ts';
import type { DueRung, ReminderSource } from '../../reminders/sweep/source.ts';
import { CASE_VIEW } from '../actions/improvement/open-case.ts';
import { idOf, isCaseSubject } from '../subjects.ts';

/** The conversation with a provider that falls behind is the leads' to hold; the days of its plan concern both sides. */
export const caseReminders: ReminderSource = {
  serves: isCaseSubject,
  view: CASE_VIEW,
  spread: async (app, due) => {
    const cases = await concerned(app, due);
    return due.map((rung) => ({
      due: rung,
      receivers: receiversOf(rung, cases.get(idOf(rung.object))),
      next: [],
    }));
  },
};

interface Concerned {
  readonly id: string;
  readonly state: string;
  readonly leads: readonly string[];
  readonly admins: readonly string[];
}

function receiversOf({ rung }: DueRung, found: Concerned | undefined): readonly string[] {
  if (!found) return [];
  const { state, leads, admins } = found;
  if (isTold(rung)) return [...leads, ...admins];
  if (rung === 'improvement-day') return state === 'PLANNED' ? [...leads, ...admins] : [];
  return state === 'OPEN' ? leads : [];
}

async function concerned(
  { database }: Pick<App, 'database'>,
  due: readonly DueRung[],
): Promise<ReadonlyMap<string, Concerned>> {
  const ids = [...new Set(due.map(({ object }) => idOf(object)))];
  const rows = await database.query<Concerned>(Prisma.sql`
    SELECT c.id, c.state,
      ARRAY(SELECT m.principal_id FROM membership m WHERE m.role = 'STAFF_LEAD' ORDER BY m.since, m.principal_id) AS leads,
      ARRAY(SELECT m.principal_id FROM membership m WHERE m.role = 'PROVIDER_ADMIN'
        AND m.organisation_id = c.provider_id ORDER BY m.since, m.principal_id) AS admins
    FROM improvement_case c WHERE c.id = ANY(${ids}::text[])`);
  return new Map(rows.map((row) => [row.id, row]));
}
