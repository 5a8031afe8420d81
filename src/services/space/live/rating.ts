import type { App } from '../../../app.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import { cheapestSteps, nextLevel } from '../../../ratings/explain/next-level.ts';
import { countedIncidents } from '../../../ratings/record/evidence/counted-incidents.ts';
import { findRating, type RatingRecord, type StoredSnapshot } from '../../../ratings/record/rating-record.ts';
import { DIMENSIONS, WEIGHTS } from '../../../ratings/rules.ts';
import { ratingOf } from '../../../ratings/score/snapshot.ts';
import { ok, refuse } from '../../../result.ts';
import type { KeyHolder } from '../../access/actions/authenticate.ts';
import type { ProviderSpace, RatingView } from '../space.ts';

/** The whole of one's own rating, as `/rating why` explains it. */
export function liveRating(app: App, { person, providerId }: KeyHolder): Pick<ProviderSpace, 'rating'> {
  return {
    rating: async () => {
      const refusal = permissionRefusal(permitted('rating.why', person, { providerId }));
      if (refusal) return refusal;
      const rating = await findRating(app, providerId);
      const [latest] = rating.snapshots;
      if (!latest) return refuse('access.no-rating');
      return ok(ratingView(rating, latest, await countedIncidents(app, providerId, latest.quarter)));
    },
  };
}

function ratingView(
  rating: RatingRecord,
  { input, result, ...latest }: StoredSnapshot,
  cases: readonly string[],
): RatingView {
  const level = rating.standing?.level ?? result.level.level;
  const next = nextLevel(level, result.published, { ...input.standing, rating: ratingOf(input) });
  return {
    ...{ ...latest, level, cases, deductions: result.deductions },
    ...{ score: result.score, published: result.published, coverage: result.coverage },
    dimensions: DIMENSIONS.map((dimension) => ({
      ...{ dimension, weight: WEIGHTS[dimension] },
      ...result.dimensions[dimension],
    })),
    next: next && {
      level: next.level,
      missingPoints: next.missingPoints,
      gates: next.unmet.map(({ gate, dimension }) => (dimension ? `${gate}:${dimension}` : gate)),
    },
    steps: cheapestSteps(input.evidence),
    trend: rating.snapshots.map(({ quarter, result: { published } }) => ({ quarter, published })),
  };
}
