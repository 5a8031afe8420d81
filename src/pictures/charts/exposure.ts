import type { Translate } from '../../chat/messages/translate.ts';
import { COLOURS, SIZES } from '../look.ts';
import type { Chart, Layer } from '../picture.ts';
import { cardEdge, framed, type Plot, plotWidth, ROWS, rowText } from './frame.ts';

export interface LevelExposure {
  /** P, R, 3 to 6. */
  readonly level: string;
  readonly places: number;
  readonly won: number;
}

export interface Exposure {
  /** `2026-11`. */
  readonly month: string;
  /** The highest first. */
  readonly levels: readonly LevelExposure[];
}

const ROW = 62;
const BAR = { type: 'bar', height: 14, cornerRadius: 3, x: 0 } as const;
/** The two bars of a level, above and below the middle of its row. */
const ABOVE = -9;
const BELOW = 9;

/** Each level's share of the places on slates, and under it its share of what was won (domain-rules §9.1). */
export function exposureChart(t: Translate, { month, levels }: Exposure): Chart {
  const plot = { left: 116, right: 110, bottom: 14, height: levels.length * ROW };
  const heading = {
    title: t('pictures.exposure.title', { month }),
    subtitle: t('pictures.exposure.subtitle'),
  };
  const values = withShares(levels).map((row) => ({ ...row, label: t(`pictures.level.${row.level}`) }));
  return {
    spec: { ...framed(plot, heading), data: { values }, encoding: { y: ROWS }, layer: layers(plot) },
    alt: t('pictures.alt', {
      title: heading.title,
      values: values
        .map(({ label, exposed, wins }) => t('pictures.exposure.alt-level', { level: label, exposed, wins }))
        .join(t('pictures.separator')),
    }),
  };
}

function withShares(levels: readonly LevelExposure[]) {
  const total = (of: 'places' | 'won') => levels.reduce((sum, each) => sum + each[of], 0);
  const [places, won] = [total('places'), total('won')];
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  const percent = (part: number, whole: number): string => `${Math.round(100 * share(part, whole))}%`;
  return levels.map((each) => ({
    level: each.level,
    exposure: share(each.places, places),
    win: share(each.won, won),
    exposed: percent(each.places, places),
    wins: percent(each.won, won),
  }));
}

function layers(plot: Plot): Layer[] {
  const beside = rowText(plotWidth(plot) + 12);
  const row = (share: 'exposure' | 'win', words: 'exposed' | 'wins', y: number): Layer[] => [
    { mark: { ...BAR, yOffset: y, x2: 'width', color: COLOURS.track } },
    {
      mark: { ...BAR, yOffset: y, color: share === 'exposure' ? COLOURS.quiet : COLOURS.bar },
      encoding: {
        x: { field: share, type: 'quantitative', scale: { domain: [0, 1] }, axis: null },
      },
    },
    {
      mark: { ...beside, dy: y, fontSize: SIZES.small, fontWeight: share === 'win' ? 700 : 400 },
      encoding: { text: { field: words } },
    },
  ];
  return [
    { mark: rowText(cardEdge(plot)), encoding: { text: { field: 'label' } } },
    ...row('exposure', 'exposed', ABOVE),
    ...row('win', 'wins', BELOW),
  ];
}
