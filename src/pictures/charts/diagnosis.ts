import type { Translate } from '../../chat/messages/translate.ts';
import { COLOURS, SIZES } from '../look.ts';
import type { Chart, Layer } from '../picture.ts';
import { cardEdge, framed, type Plot, plotWidth, ROWS, rowText } from './frame.ts';

export interface ComparedFactor {
  readonly factor: 'UV' | 'CVR' | 'AOV' | 'KEEP';
  /** As they are read: `60,000`, `1.80%`. */
  readonly value: string;
  readonly median: string;
  /** Of the median; the best quarter begins at the second. */
  readonly ratio: number;
  readonly topRatio: number;
  readonly weak: boolean;
}

export interface ComparedFactors {
  readonly stores: number;
  readonly factors: readonly ComparedFactor[];
}

const ROW = 46;
const HEIGHT = 18;
const BAR = { type: 'bar', height: HEIGHT, cornerRadius: 3 } as const;
/** The median stands in the middle; what is more than twice as much ends at the edge. */
const MOST = 2;

/** A store's four factors, each as a share of its peers' median; weak ones stand out (domain-rules §10). */
export function diagnosisChart(t: Translate, { stores, factors }: ComparedFactors): Chart {
  const plot = { left: 218, right: 70, bottom: 16, height: factors.length * ROW };
  const heading = {
    title: t('pictures.diagnosis.title'),
    subtitle: t('pictures.diagnosis.subtitle', { stores }),
  };
  return {
    spec: {
      ...framed(plot, heading),
      data: { values: factors.map((factor) => row(t, factor)) },
      encoding: { y: ROWS },
      layer: [...bars(), ...labels(plot)],
    },
    alt: t('pictures.alt', {
      title: heading.title,
      values: factors.map((factor) => inWords(t, factor)).join(t('pictures.separator')),
    }),
  };
}

const row = (t: Translate, { factor, value, median, ratio, topRatio, weak }: ComparedFactor) => ({
  label: t(`pictures.diagnosis.factor.${factor}`),
  figures: t('pictures.diagnosis.figures', { value, median }),
  ratio: Math.min(ratio, MOST),
  top: Math.min(topRatio, MOST),
  shown: `${Math.round(ratio * 100)}%`,
  weak,
});

const X = { type: 'quantitative' as const, scale: { domain: [0, MOST] }, axis: null };

const bars = (): Layer[] => [
  { mark: { ...BAR, x: 0, x2: 'width', color: COLOURS.track } },
  {
    transform: [{ filter: '!datum.weak' }],
    mark: { ...BAR, color: COLOURS.bar },
    encoding: { x: { field: 'ratio', ...X } },
  },
  {
    transform: [{ filter: 'datum.weak' }],
    mark: { ...BAR, color: COLOURS.weak },
    encoding: { x: { field: 'ratio', ...X } },
  },
  // The median, and where the best quarter begins.
  {
    mark: { type: 'tick', size: HEIGHT + 10, thickness: 2, color: COLOURS.text },
    encoding: { x: { datum: 1, ...X } },
  },
  {
    mark: { type: 'tick', size: HEIGHT + 10, thickness: 2, color: COLOURS.quiet, opacity: 0.6 },
    encoding: { x: { field: 'top', ...X } },
  },
];

const labels = (plot: Plot): Layer[] => [
  { mark: { ...rowText(cardEdge(plot)), dy: -8, fontWeight: 700 }, encoding: { text: { field: 'label' } } },
  {
    mark: { ...rowText(cardEdge(plot)), dy: 10, color: COLOURS.quiet, fontSize: SIZES.small },
    encoding: { text: { field: 'figures' } },
  },
  { mark: { ...rowText(plotWidth(plot) + 8), fontWeight: 700 }, encoding: { text: { field: 'shown' } } },
];

const inWords = (t: Translate, { factor, value, median, weak }: ComparedFactor): string =>
  t(weak ? 'pictures.diagnosis.alt-weak' : 'pictures.diagnosis.alt-factor', {
    factor: t(`pictures.diagnosis.factor.${factor}`),
    value,
    median,
  });
