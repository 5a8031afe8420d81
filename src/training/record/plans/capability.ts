import { Prisma } from '../../../platform/database/generated/client.ts';
import { quarterOf } from '../../../ratings/cycle/quarter.ts';
import type { IsoDate } from '../../../reports/report.ts';

/**
 * What D7 counts of training (domain-rules §7.3): tasks by the quarter in which they are due. Written beside the change, so that
 * rating a provider costs no look at its plans.
 */
export const tasksAssigned = (providerId: string, dueOn: readonly IsoDate[]): readonly Prisma.Sql[] =>
  [...Map.groupBy(dueOn, quarterOf)].map(([quarter, dates]) => added(providerId, quarter, [dates.length, 0]));

/** Counts only while the quarter of its due date still runs: what comes later is done, but that quarter has been rated. */
export const taskDone = (providerId: string, dueOn: IsoDate, today: IsoDate): readonly Prisma.Sql[] =>
  quarterOf(today) > quarterOf(dueOn) ? [] : [added(providerId, quarterOf(dueOn), [0, 1])];

/** Taken back by staff: nobody is to blame for what was called off before it was due. */
export const tasksCalledOff = (providerId: string, dueOn: readonly IsoDate[]): readonly Prisma.Sql[] =>
  [...Map.groupBy(dueOn, quarterOf)].map(([quarter, dates]) =>
    added(providerId, quarter, [-dates.length, 0]),
  );

const added = (
  providerId: string,
  quarter: string,
  [assigned, done]: readonly [number, number],
): Prisma.Sql => Prisma.sql`
  INSERT INTO capability_record AS k (provider_id, quarter, staff, certified_staff, tasks_assigned, tasks_done, api_days,
    api_healthy_days)
  VALUES (${providerId}, ${quarter}, 0, 0, ${assigned}::int, ${done}::int, 0, 0)
  ON CONFLICT (provider_id, quarter) DO UPDATE SET tasks_assigned = k.tasks_assigned + excluded.tasks_assigned,
    tasks_done = k.tasks_done + excluded.tasks_done`;
