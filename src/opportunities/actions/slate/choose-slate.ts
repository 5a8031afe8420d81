import type { App } from '../../../app.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { BENEFITS } from '../../../ratings/ladder/benefits.ts';
import { excludedBecause, inOrder } from '../../matching/candidate.ts';
import { type CameClose, cameClose } from '../../matching/close.ts';
import { slate } from '../../matching/slate.ts';
import type { Opportunity } from '../../need/opportunity.ts';
import { categorySlates } from '../../record/read/candidate-facts.ts';
import type { NewPlace } from '../../record/write/places.ts';
import { groundsOf, matchedFor } from './matched.ts';

export interface ChosenSlate {
  readonly places: readonly NewPlace[];
  readonly close: readonly CameClose[];
}

type Needs = Pick<App, 'database' | 'clock'>;

/** @param without whoever has stood on a slate of it already, or declined */
export async function chooseSlate(
  app: Needs,
  opportunity: Opportunity,
  without: readonly OrganisationId[],
): Promise<ChosenSlate> {
  const [matched, slates] = await Promise.all([
    matchedFor(app, opportunity, without),
    categorySlates(app, opportunity, app.clock.now()),
  ]);
  const need = { opportunityId: opportunity.id, categorySlates: slates };
  const candidates = matched.map(({ candidate }) => candidate);
  const places = slate(need, candidates);
  const byId = new Map(matched.map((each) => [each.candidate.providerId, each]));
  return {
    places: places.flatMap(({ providerId, place, because }) => {
      const found = byId.get(providerId);
      return found ? [{ ...groundsOf(found, because), providerId, place }] : [];
    }),
    close: cameClose(need, candidates, places),
  };
}

const FIRST_ROUND = 5;

/** Whom the first invitation round is for: the best matches whose level gives it (domain-rules §8). */
export async function chooseFirstRound(app: Needs, opportunity: Opportunity): Promise<readonly NewPlace[]> {
  const matched = await matchedFor(app, opportunity, []);
  const first = matched.filter(({ facts }) => BENEFITS[facts.benefits].slates === 'FIRST_ROUND');
  const able = first.filter(({ candidate }) => excludedBecause(candidate) === null);
  const order = inOrder(
    opportunity.id,
    able.map(({ candidate }) => candidate),
  );
  return order.slice(0, FIRST_ROUND).flatMap(({ providerId }) => {
    const found = able.find(({ candidate }) => candidate.providerId === providerId);
    return found ? [{ ...groundsOf(found, 'first-round'), providerId, place: null }] : [];
  });
}
