import type { Translate } from '../../chat/messages/translate.ts';
import { LEVEL_COLOURS } from '../look.ts';
import type { Layer } from '../picture.ts';
import { type Plot, plotWidth } from './frame.ts';

export type RatedLevel = 'R' | '3' | '4' | '5' | '6';

export interface LevelStart {
  readonly level: RatedLevel;
  /** The published score from which it begins. */
  readonly from: number;
}

/** What the height of the plot stands for. */
export interface ScoreRange {
  readonly bottom: number;
  readonly top: number;
}

interface Ground {
  readonly range: ScoreRange;
  readonly plot: Plot;
}

/** One band a level, as far as it shows, with its name and where it begins. */
export function bandLayers(t: Translate, levels: readonly LevelStart[], { range, plot }: Ground): Layer[] {
  const data = { values: bandsOf(t, levels, range) };
  const scale = { domain: [range.bottom, range.top], nice: false, zero: false };
  const y = { field: 'from', type: 'quantitative', axis: null, scale } as const;
  return [
    {
      data,
      mark: { type: 'rect', x: 0, x2: 'width' },
      encoding: { y, y2: { field: 'until' }, color: { field: 'colour', type: 'nominal', scale: null } },
    },
    {
      data,
      mark: { type: 'text', x: plotWidth(plot) + 8, align: 'left', baseline: 'bottom', dy: -2 },
      encoding: { y, text: { field: 'label' } },
    },
  ];
}

const bandsOf = (t: Translate, levels: readonly LevelStart[], { bottom, top }: ScoreRange) =>
  levels
    .map(({ level, from }, index) => ({
      label: bandLabel(t, level, from),
      colour: LEVEL_COLOURS[index],
      from: Math.max(bottom, from),
      until: levels[index + 1]?.from ?? top,
    }))
    .filter(({ from, until }) => from < until);

function bandLabel(t: Translate, level: RatedLevel, from: number): string {
  const name = t(`pictures.level.${level}`);
  return from === 0 ? name : t('pictures.trend.from', { level: name, score: from });
}
