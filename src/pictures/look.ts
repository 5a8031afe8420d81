import type { Config } from 'vega-lite';

export const FONT_FAMILY = 'Noto Sans SC';

/**
 * Charts stand on a card of their own: chat programs are light or dark as their reader likes, and no text is readable on
 * both. Every text keeps a contrast of 4.5 : 1 to what it stands on (https://www.w3.org/TR/WCAG22/#contrast-minimum).
 */
export const COLOURS = {
  card: '#ffffff',
  text: '#1f2933',
  quiet: '#5b6875',
  line: '#d5dbe2',
  track: '#eef1f5',
  bar: '#2f6fde',
  weak: '#c2571a',
} as const;

/** One shade a level, the highest the deepest. */
export const LEVEL_COLOURS = ['#f3f5f8', '#e6effb', '#d3e3f8', '#bcd5f4', '#a3c5ef'] as const;

export const SIZES = { title: 17, label: 14, small: 13 } as const;

export const CHART_CONFIG: Config = {
  background: COLOURS.card,
  font: FONT_FAMILY,
  view: { stroke: null },
  title: {
    anchor: 'start',
    frame: 'group',
    color: COLOURS.text,
    fontSize: SIZES.title,
    fontWeight: 700,
    subtitleColor: COLOURS.quiet,
    subtitleFontSize: SIZES.small,
    subtitlePadding: 4,
    offset: 14,
  },
  axis: {
    labelColor: COLOURS.text,
    labelFontSize: SIZES.label,
    titleFontSize: SIZES.small,
    domain: false,
    ticks: false,
    gridColor: COLOURS.line,
  },
  text: { color: COLOURS.text, fontSize: SIZES.label },
};
