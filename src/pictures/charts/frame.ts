/**
 * Where things stand in a chart. Places are given, never measured: without a browser, Vega only guesses how wide a text
 * is, and guesses Chinese too narrow.
 */

/** Wide enough for six quarters, narrow enough to be shown unshrunk in a chat window. */
const WIDTH = 520;
const TOP = 70;
/** Between the card's edge and what stands nearest to it. */
const EDGE = 16;

export interface Plot {
  /** Room for labels on either side of the plot, and below it. */
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly height: number;
}

export interface Heading {
  readonly title: string;
  readonly subtitle: string;
}

export const plotWidth = ({ left, right }: Plot): number => WIDTH - left - right;

/** The left edge of the card, as a place in the plot. */
export const cardEdge = ({ left }: Plot): number => EDGE - left;

/** Size, margins and heading of a chart. */
export function framed(plot: Plot, { title, subtitle }: Heading) {
  const { left, right, bottom, height } = plot;
  return {
    width: plotWidth(plot),
    height,
    autosize: 'none',
    padding: { left, right, bottom, top: TOP },
    title: { text: title, subtitle, dx: cardEdge(plot) },
  } as const;
}

/** Text at one place of every row. */
export const rowText = (x: number, align: 'left' | 'right' = 'left') =>
  ({ type: 'text', x, align, baseline: 'middle' }) as const;

/** Rows in the order of the data. */
export const ROWS = { field: 'label', type: 'ordinal', sort: null, axis: null } as const;
