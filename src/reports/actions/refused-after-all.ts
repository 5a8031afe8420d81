import type { App } from '../../app.ts';
import { refuseDelegation } from '../../people/delegation/refusals.ts';
import { DELEGATION_ENDED } from '../../people/delegation/still-active.ts';
import { Conflict } from '../../platform/database/errors.ts';
import { type Refusal, refuse } from '../../result.ts';
import { nameIn } from '../record/people.ts';
import type { Applied } from './apply.ts';
import { alreadyDecided } from './stale.ts';

/**
 * Somebody was first between loading and writing: in changing the case, at the store's calendar (G4), or in ending what the actor
 * stood in by. Whatever else went wrong is thrown on.
 */
export async function refusedAfterAll(
  app: Pick<App, 'database'>,
  { parties, onBehalfOf: [principal = ''] }: Pick<Applied, 'parties' | 'onBehalfOf'>,
  error: unknown,
): Promise<Refusal> {
  if (!(error instanceof Conflict)) throw error;
  const { report } = parties;
  switch (error.code) {
    case 'stale':
      return alreadyDecided(app, report.id, report.stateSeq);
    case 'overlap':
      return refuse('reports.overlap-elsewhere', { scopes: report.request.serviceScope });
    case DELEGATION_ENDED:
      return refuseDelegation('ended-meanwhile', { name: nameIn(parties, principal) });
    default:
      throw error;
  }
}
