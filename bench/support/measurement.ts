/** One line of the table: what was measured, against what, and how it should come out. */
export interface Measurement {
  readonly what: string;
  readonly measured: string;
  /** What it is compared with, measured in the same run. */
  readonly peer: string;
  /** Measured through peer where higher is better; null where the budget is an absolute figure. */
  readonly ratio: number | null;
  readonly budget: string;
  readonly met: boolean | null;
}

/** A Markdown table, as docs/measurements.md keeps it. */
export function table(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ what, measured, peer, ratio, budget, met }) => [
    what,
    measured,
    peer,
    ratio === null ? '' : ratio.toFixed(2),
    budget,
    met === null ? '' : met ? 'yes' : 'NO',
  ]);
  return [['work', 'measured', 'against', 'ratio', 'budget', 'met'], Array(6).fill('---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

export const perSecond = (rate: number): string => `${Math.round(rate).toLocaleString('en')}/s`;
