import type { App } from '../../../app.ts';
import { membershipsFor, permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor, OrganisationId } from '../../../people/principal.ts';
import { ok, type Result, refuse } from '../../../result.ts';
import { type ListedPlace, placesOf } from '../../record/read/places.ts';

export interface Answering {
  readonly providerId: OrganisationId;
  /** Null: it stands on no slate of this opportunity. */
  readonly place: ListedPlace | null;
}

/** For which of their providers somebody answers: the one with a place, or else the only one. */
export async function whoAnswers(
  app: Pick<App, 'database'>,
  actor: Actor,
  opportunityId: string,
): Promise<Result<Answering>> {
  const refusal = permissionRefusal(permitted('opportunity.answer', actor));
  if (refusal) return refusal;
  const own = membershipsFor('opportunity.answer', actor).map(({ organisationId }) => organisationId);
  const places = await placesOf(app, opportunityId);
  const place = places.find(({ providerId }) => own.includes(providerId)) ?? null;
  const providerId = place?.providerId ?? own[0];
  return providerId === undefined ? refuse('opportunities.not-listed') : ok({ providerId, place });
}
