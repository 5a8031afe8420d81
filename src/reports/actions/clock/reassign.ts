import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { DueRung } from '../../../reminders/sweep/source.ts';
import { isRefused } from '../../../result.ts';
import { loadCase } from '../../record/case.ts';
import { actorOf, distinctPeople } from '../../record/people.ts';
import { applyEvent } from '../apply.ts';

type Needs = Parameters<typeof applyEvent>[0] & Pick<App, 'log'>;

/**
 * A review that has taken twice its time goes to whoever has the least in hand and may decide it (domain-rules §12, SOD-2).
 * Once for each wait: a case that was handed over since it came due stays where it is.
 */
export async function reassign(app: Needs, { object, stateSeq, dueAt }: DueRung): Promise<void> {
  const parties = await loadCase(app, object);
  if (parties?.report.state !== 'STAFF_REVIEW' || (await handedOver(app, object, stateSeq))) return;
  const { report } = parties;
  const inHand = await casesInHand(app);
  const candidates = distinctPeople(parties.staff)
    .filter(({ id, role }) => role === 'STAFF_REVIEWER' && id !== report.assignedTo)
    .toSorted((a, b) => (inHand.get(a.id) ?? 0) - (inHand.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1));
  for (const { id } of candidates) {
    const outcome = await applyEvent(
      app,
      { reportId: object, stateSeq: report.stateSeq, actor: 'clock', requestId: null, channel: 'clock' },
      { type: 'assign', to: actorOf(parties, id) },
    );
    if (!isRefused(outcome)) return;
    if (outcome.refused !== 'reports.assignee-not-independent') return;
  }
  app.log.warn({ report: object, due: dueAt }, 'nobody else may decide an overdue case');
}

async function handedOver({ database }: Needs, reportId: string, since: number): Promise<boolean> {
  const found = await database.prisma.transition.findFirst({
    where: { reportId, stateSeq: { gte: since }, rule: 'assigned', actor: 'clock' },
    select: { stateSeq: true },
  });
  return found !== null;
}

async function casesInHand({ database }: Needs): Promise<ReadonlyMap<string, number>> {
  const rows = await database.query<{ id: string; count: number }>(Prisma.sql`
    SELECT assigned_to AS id, count(*)::int AS count FROM report
    WHERE state IN ('STAFF_REVIEW', 'INFO_REQUESTED') AND assigned_to IS NOT NULL GROUP BY assigned_to`);
  return new Map(rows.map(({ id, count }) => [id, count]));
}
