import type { App } from '../../../app.ts';
import { CLOCK_ACTOR } from '../../../audit/payload.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { isRefused } from '../../../result.ts';
import { makeSlate } from './make-slate.ts';

/** As many as one round takes up; the next one goes on. */
const AT_ONCE = 50;

/** Makes every slate whose first invitation round is over; also one whose publication was cut off. */
export async function tickOpportunities(
  app: Pick<App, 'database' | 'clock' | 'queue' | 'log'>,
): Promise<void> {
  const due = await app.database.query<{ readonly id: string }>(Prisma.sql`
    SELECT id FROM opportunity WHERE wake_at <= ${app.clock.now()} ORDER BY wake_at LIMIT ${AT_ONCE}::int`);
  for (const { id: opportunityId } of due) {
    const made = await makeSlate(app, { opportunityId, stateSeq: null, by: CLOCK_ACTOR, requestId: null });
    if (isRefused(made)) app.log.info({ opportunityId, refused: made.refused }, 'a due slate was not made');
  }
}
