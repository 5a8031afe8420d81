import type { App } from '../../../app.ts';
import { CLOCK_ACTOR } from '../../../audit/payload.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { PROGRAMME_ZONE } from '../../../ratings/cycle/quarter.ts';
import { plannedStatement } from '../../../reminders/ladder/plan-statements.ts';
import { toldRung } from '../../../reminders/ladder/rungs.ts';
import { daysBetween, today } from '../../../reports/periods.ts';
import { TRAINING_DROPPED } from '../../improvement/lifecycle.ts';
import { effectOf } from '../../plans/effect.ts';
import { planAfter } from '../../plans/lifecycle.ts';
import { LESSONS } from '../../plans/modules.ts';
import { diagnosisById } from '../../record/diagnoses/diagnoses.ts';
import { type Plan, planById } from '../../record/plans/plans.ts';
import { movedSince } from '../../record/stores/store-figures.ts';
import { PLAN } from '../../rules.ts';
import { planSubject } from '../../subjects.ts';
import { lastClosedMonth } from '../diagnosis/refresh-benchmarks.ts';
import { caseOpened } from '../improvement/open-case.ts';
import { checkAt } from './accept-plan.ts';
import { changePlan } from './change-plan.ts';

type Deps = Pick<App, 'database' | 'queue' | 'clock'>;

const BATCH = 200;

/**
 * Once a day: the checks whose day has come, found by an index; the last one ends the plan. A day that was missed is made up
 * for, one check at a time.
 *
 * @returns how many plans were looked at
 */
export async function checkDuePlans(app: Deps): Promise<number> {
  const due = await app.database.query<{ id: string }>(Prisma.sql`
    SELECT id FROM training_plan WHERE wake_at <= ${app.clock.now()}::timestamptz ORDER BY wake_at LIMIT ${BATCH}`);
  for (const { id } of due) {
    const plan = await planById(app, id);
    if (plan?.acceptedAt) await checked(app, plan, today(plan.acceptedAt, PROGRAMME_ZONE));
  }
  return due.length;
}

interface Found {
  readonly verdict: string;
  readonly effect: number | null;
  readonly peers: number | null;
}

async function checked(app: Deps, plan: Plan, accepted: string): Promise<void> {
  const at = app.clock.now();
  const passed = daysBetween(accepted, today(at, PROGRAMME_ZONE));
  const open = PLAN.checkDays.filter((day) => !plan.checks.some((check) => check.day === day));
  // Of several that were missed only the latest would say anything new.
  const day = open.findLast((each) => each <= passed);
  if (day === undefined) return;
  const next = PLAN.checkDays.find((each) => each > day);
  const found = await foundOf(app, plan);
  const end = next === undefined ? (planAfter(plan.state, 'finish') ?? planAfter(plan.state, 'drop')) : null;
  await changePlan(app, {
    ...{ plan, to: end ?? plan.state, by: CLOCK_ACTOR, org: null, requestId: null },
    action: end === null ? 'training.plan-checked' : 'training.plan-ended',
    data: { day, verdict: found.verdict },
    set: [
      Prisma.sql`wake_at = ${next === undefined ? null : checkAt(accepted, next)}::timestamptz`,
      ...(end === null
        ? []
        : [Prisma.sql`ended_at = ${at}::timestamptz`, Prisma.sql`ended_by = ${CLOCK_ACTOR}`]),
    ],
    beside: [
      Prisma.sql`INSERT INTO training_check (plan_id, day, verdict, effect, peers, at)
        VALUES (${plan.id}, ${day}::int, ${found.verdict}, ${found.effect}::float8, ${found.peers}::int,
          ${at}::timestamptz)`,
      ...(end === 'STOPPED' ? [neverBegun(plan, at)] : []),
      plannedStatement([
        { object: planSubject(plan), stateSeq: day, rung: toldRung('training-check'), dueAt: at },
      ]),
    ],
  });
}

const neverBegun = ({ id: source, providerId }: Plan, at: Date): Prisma.Sql =>
  caseOpened({ providerId, signals: [TRAINING_DROPPED], source, by: CLOCK_ACTOR }, at);

const NO_DATA: Found = { verdict: 'NO_DATA', effect: null, peers: null };

/** Compared over windows of the same length; nothing while no month has closed since. */
async function foundOf(app: Deps, plan: Plan): Promise<Found> {
  const diagnosis = await diagnosisById(app, plan.diagnosisId);
  const { metric } = LESSONS[plan.problem];
  const before = diagnosis?.result.factors.find(({ factor }) => factor === metric);
  const month = lastClosedMonth(app.clock.now());
  if (!before || !diagnosis?.month || month <= diagnosis.month) return NO_DATA;
  const months = diagnosis.result.evidence?.days === 90 ? 3 : 1;
  const now = await movedSince(app, plan.storeId, { month, months });
  if (!now?.peers) return NO_DATA;
  const { figures } = now.window;
  const effect = effectOf({
    metric,
    before: { store: before.value, peers: before.median },
    now: { store: figures.factors[metric], peers: now.peers.median[metric] },
    ...{ buyers: figures.buyers, uv: figures.uv },
  });
  return effect === null ? NO_DATA : { ...effect, peers: now.peers.stores };
}
