/** Once a month leads read whether exposure and wins go together (domain-rules §9.1), in their working hours. */
import type { App } from '../../app.ts';
import { plannedStatement } from '../../reminders/ladder/plan-statements.ts';
import { toldRung } from '../../reminders/ladder/rungs.ts';
import type { ReminderSource } from '../../reminders/sweep/source.ts';
import { monthOf, sharesOf } from '../record/read/shares.ts';

export const EXPOSURE_VIEW = 'exposure-report';

const EXPOSURE = 'exposure:';

/** `2026-11` of the subject. */
export const monthNamed = (subject: string): string => subject.slice(EXPOSURE.length);

/**
 * Once a day: plans the report of the month that is over, if anybody stood on a slate or won in it, and it is not planned yet. Told once,
 * whatever is run again.
 */
export async function planMonthlyReport(app: Pick<App, 'database' | 'clock'>): Promise<void> {
  const now = app.clock.now();
  const month = monthOf(now, 1);
  const object = `${EXPOSURE}${month.name}`;
  if (await app.database.prisma.reminder.findFirst({ where: { object } })) return;
  if ((await sharesOf(app, month)).length === 0) return;
  const stateSeq = Number(month.name.replace('-', ''));
  await app.database.query(plannedStatement([{ object, stateSeq, rung: toldRung('exposure'), dueAt: now }]));
}

export const monthlyReport: ReminderSource = {
  serves: (object) => object.startsWith(EXPOSURE),
  view: EXPOSURE_VIEW,
  spread: async ({ database }, due) => {
    const leads = await database.prisma.membership.findMany({
      where: { role: 'STAFF_LEAD' },
      orderBy: [{ since: 'asc' }, { principalId: 'asc' }],
      select: { principalId: true },
    });
    const receivers = leads.map(({ principalId }) => principalId);
    return due.map((rung) => ({ due: rung, receivers, next: [] }));
  },
};
