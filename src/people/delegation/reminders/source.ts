import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { ReminderSource } from '../../../reminders/sweep/source.ts';
import { DELEGATION_VIEW, ENDING } from '../announce.ts';

/** Both people are reminded that a delegation ends; of an absence, whoever is away. */
export const delegationReminders: ReminderSource = {
  serves: (object) => object.startsWith('dlg_'),
  view: `${DELEGATION_VIEW}:${ENDING}`,
  spread: async (app, due) => {
    const concerned = await stillConcerned(
      app,
      due.map(({ object }) => object),
    );
    return due.map((rung) => ({ due: rung, receivers: concerned.get(rung.object) ?? [], next: [] }));
  },
};

/** Nobody where it was ended, or is over since a round was missed. */
async function stillConcerned(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await database.query<{ id: string; receivers: string[] }>(Prisma.sql`
    SELECT id, array_remove(ARRAY[delegator_id, delegate_id], NULL) AS receivers FROM delegation
    WHERE id IN (${Prisma.join([...ids])}) AND ended_at IS NULL AND until_at > ${clock.now()}`);
  return new Map(rows.map(({ id, receivers }) => [id, receivers]));
}
