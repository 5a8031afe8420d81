import type { ColumnName } from './columns.ts';
import type { Figures, Rejection } from './row.ts';

type Clash = Omit<Rejection, 'line'>;

/** Part and whole: the first can never be more than the second. */
const PARTS: readonly (readonly [ColumnName, ColumnName])[] = [
  ['buyers', 'uv'],
  ['buyers', 'orders'],
  ['on_time', 'shipped'],
  ['repeat_buyers', 'buyers'],
  ['false_gmv_minor', 'gmv_minor'],
];

/** Columns that say something only together. */
const TOGETHER: readonly (readonly [ColumnName, ColumnName])[] = [
  ['dsr_desc', 'dsr_count'],
  ['dsr_serv', 'dsr_count'],
  ['dsr_logi', 'dsr_count'],
  ['dsr_count', 'dsr_desc'],
  ['dsr_count', 'dsr_serv'],
  ['dsr_count', 'dsr_logi'],
  ['cvr', 'aov_minor'],
  ['aov_minor', 'cvr'],
];

const TOLERANCE = 0.01;

/** In how far the parts of one month contradict each other. */
export function contradictions(figures: Figures): readonly Clash[] {
  const parts = PARTS.flatMap(([part, whole]) =>
    number(figures, part) > number(figures, whole)
      ? [{ ...wrongAt(part, figures), code: 'more-than' as const, against: whole }]
      : [],
  );
  const apart = TOGETHER.flatMap(([one, other]) =>
    said(figures, one) && !said(figures, other)
      ? [{ ...wrongAt(one, figures), code: 'together' as const, against: other }]
      : [],
  );
  return [...parts, ...apart, ...identity(figures)];
}

/** |UV × CVR × AOV − GMV| ≤ 1 % */
function identity(figures: Figures): readonly Clash[] {
  if (!said(figures, 'cvr') || !said(figures, 'aov_minor')) return [];
  const product = number(figures, 'uv') * number(figures, 'cvr') * number(figures, 'aov_minor');
  const gmv = number(figures, 'gmv_minor');
  if (Math.abs(product - gmv) <= gmv * TOLERANCE) return [];
  return [
    { code: 'contradicts', column: 'gmv_minor', value: String(gmv), against: String(Math.round(product)) },
  ];
}

const wrongAt = (column: ColumnName, figures: Figures) => ({ column, value: String(figures[column] ?? '') });

const number = (figures: Figures, name: ColumnName): number => Number(figures[name] ?? 0);

/** A count of ratings that is zero says nothing either. */
const said = (figures: Figures, name: ColumnName): boolean => {
  const value = figures[name];
  return value !== undefined && value !== null && !(name === 'dsr_count' && value === 0);
};
