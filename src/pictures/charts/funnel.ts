import type { Translate } from '../../chat/messages/translate.ts';
import { COLOURS, SIZES } from '../look.ts';
import type { Chart, Layer } from '../picture.ts';
import { cardEdge, framed, type Plot, plotWidth, ROWS, rowText } from './frame.ts';

export type FunnelStep = 'requested' | 'filled' | 'confirmed' | 'approved';

export interface FunnelLine {
  readonly step: FunnelStep;
  /** How many of the requested reports have come this far. */
  readonly count: number;
  /** Calendar days since the step before, the median of those that came this far; null: none did, or the first step. */
  readonly medianDays: number | null;
}

export interface Funnel {
  readonly weeks: number;
  readonly lines: readonly FunnelLine[];
}

const ROW = 54;
const BAR = { type: 'bar', height: 30, cornerRadius: 4 } as const;

/** How far the reports came that were requested in these weeks. */
export function workflowFunnel(t: Translate, { weeks, lines }: Funnel): Chart {
  const requested = lines[0]?.count ?? 0;
  const plot = { left: 132, right: 150, bottom: 14, height: lines.length * ROW };
  const heading = { title: t('pictures.funnel.title'), subtitle: t('pictures.funnel.subtitle', { weeks }) };
  return {
    spec: {
      ...framed(plot, heading),
      data: { values: lines.map((line) => row(t, line, requested)) },
      encoding: { y: ROWS },
      layer: [...bars(requested), ...labels(plot)],
    },
    alt: t('pictures.alt', {
      title: `${heading.title}${t('pictures.funnel.alt-weeks', { weeks })}`,
      values: lines.map((line) => inWords(t, line)).join(t('pictures.separator')),
    }),
  };
}

const row = (t: Translate, { step, count, medianDays }: FunnelLine, requested: number) => ({
  label: t(`pictures.funnel.step.${step}`),
  count,
  reached:
    count === requested
      ? String(count)
      : t('pictures.funnel.share', { reached: count, percent: Math.round((100 * count) / requested) }),
  pace: medianDays === null ? null : t('pictures.funnel.days', { days: medianDays.toFixed(1) }),
});

const bars = (requested: number): Layer[] => [
  { mark: { ...BAR, x: 0, x2: 'width', color: COLOURS.track } },
  {
    mark: { ...BAR, color: COLOURS.bar },
    encoding: {
      x: {
        field: 'count',
        type: 'quantitative',
        scale: { domain: [0, Math.max(1, requested)] },
        axis: null,
      },
    },
  },
];

/** The count stands in the middle where it stands alone, else above its days. */
function labels(plot: Plot): Layer[] {
  const beside = rowText(plotWidth(plot) + 12);
  const count = { encoding: { text: { field: 'reached' } } };
  return [
    { mark: rowText(cardEdge(plot)), encoding: { text: { field: 'label' } } },
    { ...count, transform: [{ filter: 'datum.pace === null' }], mark: { ...beside, fontWeight: 700 } },
    {
      ...count,
      transform: [{ filter: 'datum.pace !== null' }],
      mark: { ...beside, dy: -9, fontWeight: 700 },
    },
    {
      transform: [{ filter: 'datum.pace !== null' }],
      mark: { ...beside, dy: 9, color: COLOURS.quiet, fontSize: SIZES.small },
      encoding: { text: { field: 'pace' } },
    },
  ];
}

function inWords(t: Translate, { step, count, medianDays }: FunnelLine): string {
  const reached = t('pictures.funnel.alt-step', { step: t(`pictures.funnel.step.${step}`), reached: count });
  return medianDays === null
    ? reached
    : `${reached}${t('pictures.funnel.alt-days', { days: medianDays.toFixed(1) })}`;
}
