import type { Translate } from '../../chat/messages/translate.ts';
import { COLOURS, SIZES } from '../look.ts';
import type { Chart, Layer } from '../picture.ts';
import { framed } from './frame.ts';
import { quarterLabel } from './quarter-label.ts';
import { bandLayers, type LevelStart, type ScoreRange } from './trend-bands.ts';

export interface RatedQuarter {
  /** `2026-Q1`. */
  readonly quarter: string;
  /** Two places, as stored; null: no score was published for this quarter. */
  readonly published: number | null;
}

export interface RatingTrend {
  /** Oldest first; six fit. */
  readonly quarters: readonly RatedQuarter[];
  /** The published score from which each level begins (domain-rules §7.4), lowest level first. */
  readonly levels: readonly LevelStart[];
}

const MARGINS = { left: 16, right: 108, bottom: 34 };
/** The narrowest band, six points, then has room for the name of its level. */
const UNITS_PER_POINT = 3;

/** Published scores by quarter, over the bands of the levels (domain-rules §7.5). */
export function ratingTrend(t: Translate, trend: RatingTrend): Chart {
  const heading = { title: t('pictures.trend.title'), subtitle: t('pictures.trend.subtitle') };
  const range = scoreRange(trend.quarters);
  const plot = { ...MARGINS, height: Math.max(200, UNITS_PER_POINT * (range.top - range.bottom)) };
  const words = trend.quarters.map((quarter) => inWords(t, quarter, trend.levels));
  return {
    spec: {
      ...framed(plot, heading),
      layer: [...bandLayers(t, trend.levels, { range, plot }), ...scoreLayers(t, trend, range)],
    },
    alt: t('pictures.alt', { title: heading.title, values: words.join(t('pictures.separator')) }),
  };
}

/** Ends on tens, and leaves room for what is written above and below a point. */
function scoreRange(quarters: readonly RatedQuarter[]): ScoreRange {
  const scores = quarters.flatMap(({ published }) => published ?? []);
  const low = Math.min(55, ...scores) - 5;
  const high = Math.max(85, ...scores) + 5;
  return { bottom: Math.max(0, Math.floor(low / 10) * 10), top: Math.ceil(high / 10) * 10 };
}

const X = {
  field: 'quarter',
  type: 'ordinal',
  sort: null,
  scale: { type: 'point', padding: 0.5 },
  axis: { title: null, labelAngle: 0, labelPadding: 8 },
} as const;

function scoreLayers(t: Translate, { quarters }: RatingTrend, { bottom }: ScoreRange): Layer[] {
  const values = quarters.map(({ quarter, published }) => ({
    quarter: quarterLabel(quarter),
    published,
    place: published ?? bottom,
    shown: published?.toFixed(2) ?? t('pictures.trend.none'),
  }));
  const published = { x: X, y: { field: 'published', type: 'quantitative' } as const };
  const words = { x: X, y: { field: 'place', type: 'quantitative' } as const, text: { field: 'shown' } };
  const rated = { transform: [{ filter: 'datum.published !== null' }], data: { values } };
  const unrated = { transform: [{ filter: 'datum.published === null' }], data: { values } };
  return [
    { data: { values }, mark: { type: 'line', ...LINE }, encoding: published },
    { ...rated, mark: { type: 'point', ...POINT }, encoding: published },
    { ...rated, mark: { type: 'text', dy: -14, fontWeight: 700 }, encoding: words },
    {
      ...unrated,
      mark: { type: 'text', dy: -12, color: COLOURS.quiet, fontSize: SIZES.small },
      encoding: words,
    },
  ];
}

/** A quarter without a score is a gap in the line. */
const LINE = { color: COLOURS.bar, strokeWidth: 2.5, invalid: 'break-paths-show-domains' } as const;
const POINT = {
  filled: true,
  size: 70,
  opacity: 1,
  color: COLOURS.bar,
  stroke: COLOURS.card,
  strokeWidth: 1.5,
} as const;

function inWords(t: Translate, { quarter, published }: RatedQuarter, levels: RatingTrend['levels']): string {
  const name = quarterLabel(quarter);
  if (published === null) return t('pictures.trend.alt-none', { quarter: name });
  const level = levels.findLast(({ from }) => published >= from)?.level ?? 'R';
  return t('pictures.trend.alt-quarter', {
    quarter: name,
    score: published.toFixed(2),
    level: t(`pictures.level.${level}`),
  });
}
