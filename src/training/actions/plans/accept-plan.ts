import type { App } from '../../../app.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { PROGRAMME_ZONE } from '../../../ratings/cycle/quarter.ts';
import { CHINA_CALENDAR } from '../../../reminders/calendar/calendar.ts';
import { openingOf } from '../../../reminders/calendar/opening.ts';
import { plannedStatement } from '../../../reminders/ladder/plan-statements.ts';
import { addDays, startOfDate, today } from '../../../reports/periods.ts';
import type { IsoDate } from '../../../reports/report.ts';
import { type Result, refuse } from '../../../result.ts';
import { type PlanState, planAfter } from '../../plans/lifecycle.ts';
import { TASKS } from '../../plans/modules.ts';
import { benefitsOf } from '../../record/benefits-of.ts';
import { holdersOf } from '../../record/people.ts';
import { tasksAssigned } from '../../record/plans/capability.ts';
import { type Plan, planById } from '../../record/plans/plans.ts';
import { PLAN } from '../../rules.ts';
import { planSubject } from '../../subjects.ts';
import { changePlan } from './change-plan.ts';

export interface AcceptPlan {
  readonly actor: Actor;
  readonly requestId: string;
  readonly planId: string;
  readonly stateSeq: number;
}

type Deps = Pick<App, 'database' | 'queue' | 'clock'>;

/**
 * The provider takes the plan on: its tasks get an owner and a day each, the checks their days, and where the level gives a
 * coach, leads are asked to name one. Refuses `training.plan-changed` and `people.*`.
 */
export async function acceptPlan(app: Deps, input: AcceptPlan): Promise<Result<PlanState>> {
  const { actor, requestId, planId, stateSeq } = input;
  const plan = await planById(app, planId);
  if (!plan) return refuse('training.plan-changed');
  const { providerId } = plan;
  const refusal = permissionRefusal(permitted('training.accept', actor, { providerId }));
  if (refusal) return refusal;
  const to = planAfter(plan.state, 'accept');
  if (to === null || plan.stateSeq !== stateSeq) return refuse('training.plan-changed');
  const { benefits } = await benefitsOf(app, providerId);
  const at = app.clock.now();
  const date = today(at, PROGRAMME_ZONE);
  const dueOn = PLAN.taskDays.map((days) => addDays(date, days));
  const coaching = benefits.training;
  return changePlan(app, {
    ...{ plan, to, by: actor.principalId, org: providerId, action: 'training.plan-accepted', requestId },
    data: { coaching, dueOn },
    set: [
      Prisma.sql`coaching = ${coaching}`,
      Prisma.sql`accepted_at = ${at}::timestamptz`,
      Prisma.sql`wake_at = ${checkAt(date, PLAN.checkDays[0])}::timestamptz`,
    ],
    beside: [
      handled(requestId, at),
      dated(plan, actor.principalId, dueOn),
      ...tasksAssigned(providerId, dueOn),
      reminded(plan, dueOn),
    ],
    tell: coaching.startsWith('COACH') ? await holdersOf(app, 'STAFF_LEAD', 'platform') : [],
  });
}

/** The start of the day after so many days of a plan: by then they are over. */
export const checkAt = (accepted: IsoDate, day: number): Date =>
  startOfDate(addDays(accepted, day), PROGRAMME_ZONE);

function dated({ id }: Plan, ownerId: string, dueOn: readonly IsoDate[]): Prisma.Sql {
  const rows = TASKS.map((number, index) => ({ number, due_on: dueOn[index] }));
  return Prisma.sql`
    UPDATE training_task k SET owner_id = ${ownerId}, due_on = d.due_on
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS d(number int, due_on date)
    WHERE k.plan_id = ${id} AND k.number = d.number`;
}

/** Days before a task is due on which its owner is reminded, and after, if it is not done. */
const REMINDED = [
  ['training-task', -3],
  ['training-late', 1],
] as const;

const reminded = (plan: Plan, dueOn: readonly IsoDate[]): Prisma.Sql =>
  plannedStatement(
    dueOn.flatMap((date, index) =>
      REMINDED.map(([rung, days]) => ({
        object: planSubject(plan),
        // Each task is a wait of its own.
        stateSeq: index + 1,
        rung,
        dueAt: openingOf(CHINA_CALENDAR, addDays(date, days)),
      })),
    ),
  );
