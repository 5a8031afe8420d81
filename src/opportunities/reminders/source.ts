import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { ReminderSource } from '../../reminders/sweep/source.ts';
import { ANSWERABLE } from '../lifecycle/states.ts';
import { adminsOf } from '../record/read/receivers.ts';
import { OPPORTUNITY_VIEW } from '../told.ts';
import { OVER } from './rungs.ts';

/** Before the last day, whoever has not answered; after it, the one who put it on record and has to say how it ends. */
export const opportunityReminders: ReminderSource = {
  serves: (object) => object.startsWith('opp_'),
  view: OPPORTUNITY_VIEW,
  spread: async (app, due) => {
    const open = await stillOpen(
      app,
      due.map(({ object }) => object),
    );
    const admins = await adminsOf(
      app,
      open.flatMap(({ invited }) => invited),
    );
    return due.map((rung) => {
      const found = open.find(({ id }) => id === rung.object);
      if (!found) return { due: rung, receivers: [], next: [] };
      const unanswered = [...new Set(found.invited.flatMap((id) => admins.get(id) ?? []))];
      return { due: rung, receivers: rung.rung === OVER ? [found.postedBy] : unanswered, next: [] };
    });
  },
};

interface OpenRow {
  readonly id: string;
  readonly postedBy: string;
  /** Providers that have not answered. */
  readonly invited: readonly string[];
}

const stillOpen = (
  { database }: Pick<App, 'database'>,
  ids: readonly string[],
): Promise<readonly OpenRow[]> =>
  database.query<OpenRow>(Prisma.sql`
    SELECT o.id, o.posted_by AS "postedBy", ARRAY(SELECT p.provider_id FROM opportunity_place p
      WHERE p.opportunity_id = o.id AND p.answer = 'INVITED' ORDER BY p.provider_id) AS invited
    FROM opportunity o WHERE o.id IN (${Prisma.join([...ids])}) AND o.state = ANY(${[...ANSWERABLE]}::text[])`);
