import type { App } from '../../../app.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { BENEFITS } from '../../../ratings/ladder/benefits.ts';
import { excludedBecause, inOrder } from '../../matching/candidate.ts';
import { type CameClose, cameClose } from '../../matching/close.ts';
import { offersFor } from '../../matching/offers.ts';
import { slate } from '../../matching/slate.ts';
import type { Opportunity } from '../../need/opportunity.ts';
import { bestCandidates, type CandidateRow } from '../../record/candidates-query.ts';
import { categorySlates } from '../../record/read/candidate-facts.ts';
import type { NewPlace } from '../../record/write/places.ts';
import { bestMatched, onceEach } from '../best-matched.ts';
import { groundsOf, withFacts } from './matched.ts';

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
  const slates = await categorySlates(app, opportunity, app.clock.now());
  const need = { opportunityId: opportunity.id, categorySlates: slates };
  const matched = await bestMatched(app, {
    ...{ need, wanted: opportunity },
    match: (rows) =>
      withFacts(
        app,
        opportunity,
        rows.filter(({ providerId }) => !without.includes(providerId)),
      ),
  });
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
/** The highest level has the highest scores: whoever of it is not among so many best matches hardly fits. */
const FIRST_ROUND_DEPTH = 48;

/** Whom the first invitation round is for: the best matches whose level gives it (domain-rules §8). */
export async function chooseFirstRound(app: Needs, opportunity: Opportunity): Promise<readonly NewPlace[]> {
  const { id: opportunityId } = opportunity;
  const offers = offersFor(opportunity);
  const reading = { opportunityId, offers, now: app.clock.now(), depth: FIRST_ROUND_DEPTH };
  const rows = await app.database.query<CandidateRow>(bestCandidates(reading));
  const matched = await withFacts(app, opportunity, onceEach(rows));
  const able = matched.filter(
    ({ candidate, facts }) =>
      BENEFITS[facts.benefits].slates === 'FIRST_ROUND' && excludedBecause(candidate) === null,
  );
  const order = inOrder(
    opportunityId,
    able.map(({ candidate }) => candidate),
  );
  return order.slice(0, FIRST_ROUND).flatMap(({ providerId }) => {
    const found = able.find(({ candidate }) => candidate.providerId === providerId);
    return found ? [{ ...groundsOf(found, 'first-round'), providerId, place: null }] : [];
  });
}
