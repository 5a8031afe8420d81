import type { App } from '../../../app.ts';
import type { Prisma } from '../../../platform/database/generated/client.ts';
import type { Problem } from '../../diagnosis/diagnose.ts';
import type { PlanState } from '../../plans/lifecycle.ts';
import type { Module } from '../../plans/modules.ts';

export interface PlanTask {
  readonly number: number;
  readonly ownerId: string | null;
  readonly dueOn: Date | null;
  readonly doneAt: Date | null;
}

export interface PlanCheck {
  readonly day: number;
  readonly verdict: string;
  readonly effect: number | null;
  readonly peers: number | null;
}

export interface Plan {
  readonly id: string;
  readonly providerId: string;
  readonly storeId: string;
  readonly diagnosisId: string;
  readonly problem: Problem;
  readonly module: Module;
  readonly state: PlanState;
  readonly stateSeq: number;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly coaching: string;
  readonly coachId: string | null;
  readonly acceptedAt: Date | null;
  readonly endedAt: Date | null;
  readonly reason: string | null;
  readonly tasks: readonly PlanTask[];
  readonly checks: readonly PlanCheck[];
}

const WHOLE = { tasks: { orderBy: { number: 'asc' } }, checks: { orderBy: { day: 'asc' } } } as const;

/** What was read of it was written by our own actions only. */
const asPlan = (row: Prisma.TrainingPlanGetPayload<{ include: typeof WHOLE }>): Plan => ({
  ...row,
  problem: row.problem as Problem,
  module: row.module as Module,
  state: row.state as PlanState,
});

export async function planById({ database }: Pick<App, 'database'>, id: string): Promise<Plan | null> {
  const row = await database.prisma.trainingPlan.findUnique({ where: { id }, include: WHOLE });
  return row && asPlan(row);
}

const MOST = 10;
const OPEN = ['PROPOSED', 'ACCEPTED', 'RUNNING'];

/** A provider's plans: those that are open, and without any the one that ended last. */
export async function plansOf(
  { database }: Pick<App, 'database'>,
  providerId: string,
): Promise<readonly Plan[]> {
  const open = await database.prisma.trainingPlan.findMany({
    where: { providerId, state: { in: OPEN } },
    include: WHOLE,
    orderBy: { proposedAt: 'desc' },
    take: MOST,
  });
  if (open.length > 0) return open.map(asPlan);
  const last = await database.prisma.trainingPlan.findFirst({
    where: { providerId },
    include: WHOLE,
    orderBy: { endedAt: 'desc' },
  });
  return last ? [asPlan(last)] : [];
}

/** Plans that staff have a hand in: those that wait for a coach, and one's own. */
export async function plansForStaff(
  { database }: Pick<App, 'database'>,
  principalId: string,
): Promise<readonly Plan[]> {
  const rows = await database.prisma.trainingPlan.findMany({
    where: {
      state: { in: ['ACCEPTED', 'RUNNING'] },
      OR: [{ coachId: principalId }, { coachId: null, coaching: { startsWith: 'COACH' } }],
    },
    include: WHOLE,
    orderBy: { acceptedAt: 'asc' },
    take: MOST,
  });
  return rows.map(asPlan);
}
