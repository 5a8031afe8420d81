import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { isTold } from '../../reminders/ladder/rungs.ts';
import type { DueRung, ReminderSource } from '../../reminders/sweep/source.ts';
import { PLAN_VIEW } from '../actions/plans/change-plan.ts';
import { idOf, isPlanSubject } from '../subjects.ts';

/** Tasks that come due remind whoever has them; a check is told to the provider's administrators and the coach. */
export const planReminders: ReminderSource = {
  serves: isPlanSubject,
  view: PLAN_VIEW,
  spread: async (app, due) => {
    const plans = await concerned(app, due);
    return due.map((rung) => {
      const plan = plans.get(idOf(rung.object));
      const task = plan?.tasks.find(({ number }) => number === rung.stateSeq);
      const receivers = isTold(rung.rung) ? plan?.told : task?.owner && plan?.open ? [task.owner] : [];
      return { due: rung, receivers: receivers ?? [], next: [] };
    });
  },
};

interface Concerned {
  readonly id: string;
  readonly open: boolean;
  readonly told: readonly string[];
  /** Still to be done. */
  readonly tasks: readonly { readonly number: number; readonly owner: string | null }[];
}

async function concerned(
  { database }: Pick<App, 'database'>,
  due: readonly DueRung[],
): Promise<ReadonlyMap<string, Concerned>> {
  const ids = [...new Set(due.map(({ object }) => idOf(object)))];
  const rows = await database.query<Concerned>(Prisma.sql`
    SELECT p.id, p.ended_at IS NULL AS open,
      array_remove(p.coach_id || ARRAY(SELECT m.principal_id FROM membership m
        WHERE m.organisation_id = p.provider_id AND m.role = 'PROVIDER_ADMIN' ORDER BY m.since), NULL) AS told,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('number', k.number, 'owner', k.owner_id)), '[]')
        FROM training_task k WHERE k.plan_id = p.id AND k.done_at IS NULL) AS tasks
    FROM training_plan p WHERE p.id = ANY(${ids}::text[])`);
  return new Map(rows.map((row) => [row.id, row]));
}
