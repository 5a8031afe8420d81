import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { plannedStatement } from '../../../reminders/ladder/plan-statements.ts';
import { calendarsOf } from '../../../reminders/sweep/hours.ts';
import type { PrincipalId } from '../../principal.ts';
import type { DelegationPeriod } from '../period.ts';
import { endReminderAt } from './end-reminder.ts';

/** The longest holiday lies well within it, so that nobody's last business day is passed over. */
const HORIZON_DAYS = 21;

interface Ending extends DelegationPeriod {
  readonly id: string;
  readonly delegator: PrincipalId;
}

/** Once a day: whatever ends soon and has no reminder of it, because it was set before there were any. */
export async function planEnds(app: Pick<App, 'database' | 'clock'>): Promise<void> {
  const now = app.clock.now();
  const ending = await app.database.query<Ending>(endingUnplanned(now));
  if (ending.length === 0) return;
  const calendarOf = await calendarsOf(
    app,
    ending.map(({ delegator }) => delegator),
  );
  const rows = ending.flatMap(({ id: object, delegator, ...period }) => {
    const due = endReminderAt(period, calendarOf(delegator));
    return due !== null && due.at > now
      ? [{ object, stateSeq: 0, rung: 'delegation-ends', dueAt: due.at }]
      : [];
  });
  if (rows.length > 0) await app.database.query(plannedStatement(rows));
}

/** What such an object begins with is said for the index that holds no others. */
const endingUnplanned = (now: Date): Prisma.Sql => Prisma.sql`
  SELECT d.id, d.delegator_id AS delegator, d.from_at AS "from", d.until_at AS until FROM delegation d
  WHERE d.ended_at IS NULL AND d.until_at > ${now}
    AND d.until_at < ${new Date(now.getTime() + HORIZON_DAYS * 86_400_000)}
    AND NOT EXISTS (SELECT FROM reminder m WHERE m.object = d.id AND m.object LIKE 'dlg_%')`;
