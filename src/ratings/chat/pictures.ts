/** What a rating's pictures are made of. */
import type { Translate } from '../../chat/messages/translate.ts';
import { dimensionChart } from '../../pictures/charts/dimensions.ts';
import { ratingTrend } from '../../pictures/charts/rating-trend.ts';
import type { Chart } from '../../pictures/picture.ts';
import { quartersBetween, shifted } from '../cycle/quarter.ts';
import { RATED_LEVELS, THRESHOLDS } from '../levels/level.ts';
import type { RatingRecord, StoredSnapshot } from '../record/rating-record.ts';
import { DIMENSIONS, WEIGHTS } from '../rules.ts';

const QUARTERS = 6;

/** The published scores of the last six quarters; null before the first was published. */
export function trendPicture(t: Translate, { snapshots }: Pick<RatingRecord, 'snapshots'>): Chart | null {
  const published = snapshots.filter(({ publishedAt }) => publishedAt !== null);
  const [newest] = published;
  const oldest = published.at(-1);
  if (!newest || !oldest) return null;
  const scores = new Map(published.map(({ quarter, result }) => [quarter, result.published]));
  // A quarter in which the provider was not rated is a gap, not a shorter way from one to the next.
  const length = Math.min(QUARTERS, quartersBetween(oldest.quarter, newest.quarter) + 1);
  const quarters = Array.from({ length }, (_, index) => shifted(newest.quarter, index - length + 1));
  return ratingTrend(t, {
    quarters: quarters.map((quarter) => ({ quarter, published: scores.get(quarter) ?? null })),
    levels: RATED_LEVELS.map((level) => ({ level, from: THRESHOLDS[level] })),
  });
}

/** Every dimension as it counted; one short of its evidence did not. */
export const dimensionsPicture = (t: Translate, { quarter, result }: StoredSnapshot): Chart =>
  dimensionChart(t, {
    quarter,
    scores: DIMENSIONS.map((dimension) => {
      const { score, evidenced } = result.dimensions[dimension];
      return { dimension, weight: WEIGHTS[dimension], score: evidenced ? score : null };
    }),
  });
