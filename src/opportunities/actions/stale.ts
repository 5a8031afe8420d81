import type { App } from '../../app.ts';
import { CLOCK_ACTOR } from '../../audit/payload.ts';
import { Conflict } from '../../platform/database/errors.ts';
import { type Refusal, type Result, refuse } from '../../result.ts';
import { findOpportunity } from '../record/read/opportunity.ts';
import { STALE } from '../record/write/change-opportunity.ts';

export const unknownOpportunity = (id: string): Refusal => refuse('opportunities.unknown', { id });

/** Somebody else was faster: who, and when. */
export async function changedMeanwhile(app: Pick<App, 'database'>, id: string): Promise<Refusal> {
  const now = await findOpportunity(app, id);
  if (!now) return unknownOpportunity(id);
  const who = await app.database.prisma.principal.findUnique({ where: { id: now.changedBy } });
  const by = now.changedBy === CLOCK_ACTOR ? CLOCK_ACTOR : (who?.displayName ?? now.changedBy);
  return refuse('opportunities.changed', { by, at: now.changedAt, opportunityState: now.state });
}

/** Carries the change out; a lost compare-and-set becomes a refusal that names who won. */
export async function unlessStale<T>(
  app: Pick<App, 'database'>,
  id: string,
  change: () => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await change();
  } catch (error) {
    if (error instanceof Conflict && error.code === STALE) return changedMeanwhile(app, id);
    throw error;
  }
}
