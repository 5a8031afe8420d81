import type { App } from '../../app.ts';
import type { Member } from '../../people/delegation/resolve.ts';
import type { OrganisationId, PrincipalId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { isTold } from '../../reminders/ladder/rungs.ts';
import type { DueRung, ReminderSource } from '../../reminders/sweep/source.ts';
import { PLAN_VIEW } from '../actions/plans/change-plan.ts';
import { idOf, isPlanSubject } from '../subjects.ts';
import { type Present, presentAt } from './present.ts';

/** Tasks that come due remind whoever has them; a check is told to the provider's administrators and the coach. */
export const planReminders: ReminderSource = {
  serves: isPlanSubject,
  view: PLAN_VIEW,
  spread: async (app, due) => {
    const plans = await concerned(app, due);
    const present = await presentAt(
      app,
      [...plans.values()].map(({ providerId }) => providerId),
    );
    return due.map((rung) => {
      const plan = plans.get(idOf(rung.object));
      return { due: rung, receivers: plan ? receiversOf(rung, plan, present) : [], next: [] };
    });
  },
};

interface Concerned {
  readonly id: string;
  readonly providerId: OrganisationId;
  readonly open: boolean;
  readonly coach: PrincipalId | null;
  readonly members: readonly Member[];
  /** Still to be done. */
  readonly tasks: readonly { readonly number: number; readonly owner: PrincipalId | null }[];
}

function receiversOf({ rung, stateSeq }: DueRung, plan: Concerned, present: Present): readonly PrincipalId[] {
  const { providerId, members, coach, open } = plan;
  if (isTold(rung)) {
    const admins = members.filter(({ role }) => role === 'PROVIDER_ADMIN');
    return [...present(providerId, members, admins), ...(coach === null ? [] : [coach])];
  }
  const task = plan.tasks.find(({ number }) => number === stateSeq);
  if (!open || !task) return [];
  // Whoever had the task may have left the company: then it is its administrators'.
  const owner = members.filter(({ id }) => id === task.owner);
  const wanted = owner.length > 0 ? owner : members.filter(({ role }) => role === 'PROVIDER_ADMIN');
  return present(providerId, members, wanted);
}

async function concerned(
  { database }: Pick<App, 'database'>,
  due: readonly DueRung[],
): Promise<ReadonlyMap<string, Concerned>> {
  const ids = [...new Set(due.map(({ object }) => idOf(object)))];
  const rows = await database.query<Concerned>(Prisma.sql`
    SELECT p.id, p.provider_id AS "providerId", p.ended_at IS NULL AS open, p.coach_id AS coach,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.principal_id, 'role', m.role)
          ORDER BY m.since, m.principal_id), '[]') FROM membership m WHERE m.organisation_id = p.provider_id) AS members,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('number', k.number, 'owner', k.owner_id)), '[]')
        FROM training_task k WHERE k.plan_id = p.id AND k.done_at IS NULL) AS tasks
    FROM training_plan p WHERE p.id = ANY(${ids}::text[])`);
  return new Map(rows.map((row) => [row.id, row]));
}
