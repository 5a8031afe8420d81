import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { Change } from '../lifecycle/change.ts';
import { HANDOVER_ITEMS, type HandoverItem, type HandoverLine } from './items.ts';

/**
 * Bodies of CTEs beside the change of a case (`changed`): the list is opened when an end is fixed, taken back with a notice
 * that is taken back, and what is open at the end becomes a finding. Access is revoked at every end.
 */
export function handoverWrites({ followUps, transition }: Change, at: Date): readonly Prisma.Sql[] {
  if (transition === 'T17')
    return [Prisma.sql`DELETE FROM handover_item USING changed WHERE report_id = changed.id`];
  const tasks = followUps.map(({ task }) => task);
  return [
    ...(tasks.includes('OPEN_HANDOVER') ? [opened(HANDOVER_ITEMS, at)] : []),
    ...(tasks.includes('REVOKE_ACCESS') && !tasks.includes('OPEN_HANDOVER') ? [opened(['ACCESS'], at)] : []),
    ...(tasks.includes('CLOSE_HANDOVER_WITH_FINDINGS') ? [closed(at)] : []),
  ];
}

const opened = (items: readonly HandoverItem[], at: Date): Prisma.Sql => Prisma.sql`
  INSERT INTO handover_item (report_id, item, opened_at)
  SELECT changed.id, item, ${at}::timestamptz FROM changed, unnest(${[...items]}::text[]) AS item
  ON CONFLICT DO NOTHING`;

const closed = (at: Date): Prisma.Sql => Prisma.sql`
  UPDATE handover_item SET finding_at = ${at}::timestamptz FROM changed
  WHERE report_id = changed.id AND done_at IS NULL AND finding_at IS NULL`;

/** In the order of the list; empty where no end is in sight. */
export async function handoverOf(
  { database }: Pick<App, 'database'>,
  reportId: string,
): Promise<readonly HandoverLine[]> {
  const rows = await database.query<HandoverLine>(Prisma.sql`
    SELECT h.item, h.done_at AS "doneAt", p.display_name AS "doneByName", h.finding_at IS NOT NULL AS finding
    FROM handover_item h LEFT JOIN principal p ON p.id = h.done_by WHERE h.report_id = ${reportId}`);
  return rows.toSorted((a, b) => HANDOVER_ITEMS.indexOf(a.item) - HANDOVER_ITEMS.indexOf(b.item));
}
