import type { Translate } from '../../chat/messages/translate.ts';
import { COLOURS, SIZES } from '../look.ts';
import type { Chart, Layer } from '../picture.ts';
import { cardEdge, framed, type Plot, plotWidth, ROWS, rowText } from './frame.ts';
import { quarterLabel } from './quarter-label.ts';

export type RatingDimension = 'D1' | 'D2' | 'D3' | 'D4' | 'D5' | 'D6' | 'D7';

export interface DimensionScore {
  readonly dimension: RatingDimension;
  /** Points of a hundred that it counts in the combined score. */
  readonly weight: number;
  /** 0 to 100, two places; null: too little evidence, so it does not count. */
  readonly score: number | null;
}

export interface DimensionScores {
  /** `2026-Q1`. */
  readonly quarter: string;
  readonly scores: readonly DimensionScore[];
}

const ROW = 32;
const BAR = { type: 'bar', height: 16, cornerRadius: 3 } as const;

/** One bar a dimension with its weight; where evidence is missing, it says so (domain-rules §7.2). */
export function dimensionChart(t: Translate, dimensions: DimensionScores): Chart {
  const { quarter, scores } = dimensions;
  const plot = { left: 242, right: 64, bottom: 14, height: scores.length * ROW };
  const heading = {
    title: t('pictures.dimensions.title', { quarter: quarterLabel(quarter) }),
    subtitle: t('pictures.dimensions.subtitle'),
  };
  return {
    spec: {
      ...framed(plot, heading),
      data: { values: scores.map((score) => row(t, score)) },
      encoding: { y: ROWS },
      layer: [...bars(), ...labels(plot)],
    },
    alt: t('pictures.alt', {
      title: heading.title,
      values: scores.map((score) => inWords(t, score)).join(t('pictures.separator')),
    }),
  };
}

const row = (t: Translate, { dimension, weight, score }: DimensionScore) => ({
  label: `${dimension} ${t(`pictures.dimension.${dimension}`)}`,
  weight: t('pictures.dimensions.weight', { weight }),
  score: score ?? 0,
  shown: score === null ? t('pictures.dimensions.none') : score.toFixed(2),
  evidenced: score !== null,
});

const EVIDENCED = { transform: [{ filter: 'datum.evidenced' }] };
const MISSING = { transform: [{ filter: '!datum.evidenced' }] };
const QUIET = { color: COLOURS.quiet, fontSize: SIZES.small } as const;

const bars = (): Layer[] => [
  { mark: { ...BAR, x: 0, x2: 'width', color: COLOURS.track } },
  {
    ...EVIDENCED,
    mark: { ...BAR, color: COLOURS.bar },
    encoding: {
      x: { field: 'score', type: 'quantitative', scale: { domain: [0, 100] }, axis: null },
    },
  },
];

const labels = (plot: Plot): Layer[] => [
  { mark: rowText(cardEdge(plot)), encoding: { text: { field: 'label' } } },
  { mark: { ...rowText(-12, 'right'), ...QUIET }, encoding: { text: { field: 'weight' } } },
  {
    ...EVIDENCED,
    mark: { ...rowText(plotWidth(plot) + 8), fontWeight: 700 },
    encoding: { text: { field: 'shown' } },
  },
  { ...MISSING, mark: { ...rowText(10), ...QUIET }, encoding: { text: { field: 'shown' } } },
];

function inWords(t: Translate, { dimension, weight, score }: DimensionScore): string {
  const name = t(`pictures.dimension.${dimension}`);
  return score === null
    ? t('pictures.dimensions.alt-none', { dimension: name, weight })
    : t('pictures.dimensions.alt-score', { dimension: name, weight, score: score.toFixed(2) });
}
