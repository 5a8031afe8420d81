import type { App } from '../../../app.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor } from '../../../people/principal.ts';
import { refusePerson } from '../../../people/refusals.ts';
import { standingSuspension } from '../../../ratings/record/suspensions.ts';
import { ok, type Result, refuse } from '../../../result.ts';
import { FRAUD } from '../../improvement/lifecycle.ts';
import { type ImprovementCase, openCaseOf } from '../../record/improvement/cases.ts';
import { openCase } from './open-case.ts';

export interface OpenForFraud {
  readonly actor: Actor;
  readonly requestId: string;
  readonly providerId: string;
}

/**
 * A lead takes a fraud up: it needs a suspension of the rating that stands (domain-rules §7.6), and then skips the
 * ladder. Refuses
 * `training.no-fraud` and `people.*`.
 */
export async function openForFraud(
  app: Pick<App, 'database' | 'clock'>,
  { actor, requestId, providerId }: OpenForFraud,
): Promise<Result<ImprovementCase>> {
  const refusal = permissionRefusal(permitted('staff.exit', actor));
  if (refusal) return refusal;
  if (actor.memberships.some(({ organisationId }) => organisationId === providerId))
    return refusePerson('party-member-may-not-decide', { rolesNeeded: ['STAFF_LEAD'] });
  const suspension = await standingSuspension(app, providerId);
  if (!suspension) return refuse('training.no-fraud');
  await openCase(app, { providerId, signals: [FRAUD], source: suspension.id, by: actor.principalId });
  await app.database.change([handled(requestId, app.clock.now())]);
  const found = await openCaseOf(app, providerId);
  return found ? ok(found) : refuse('training.case-changed');
}
