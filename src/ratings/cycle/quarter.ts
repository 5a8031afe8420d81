/** Quarters of the calendar year, `2026-Q3`: they sort as text. */
import { addDays, addMonths } from '../../reports/periods.ts';
import type { IsoDate } from '../../reports/report.ts';

export type Quarter = string;

const FORM = /^(\d{4})-Q([1-4])$/;

export function quarterOf(date: IsoDate): Quarter {
  const month = Number(date.slice(5, 7));
  return `${date.slice(0, 4)}-Q${Math.ceil(month / 3)}`;
}

/** Its first day. */
export function startOf(quarter: Quarter): IsoDate {
  const [, year = '', number = ''] = FORM.exec(quarter) ?? [];
  if (year === '') throw new RangeError(`${quarter} is not a quarter; write YYYY-Qn.`);
  return `${year}-${String(Number(number) * 3 - 2).padStart(2, '0')}-01`;
}

/** The first day that is no longer in it. */
export const endOf = (quarter: Quarter): IsoDate => addMonths(startOf(quarter), 3);

/** So many quarters later; earlier where negative. */
export const shifted = (quarter: Quarter, quarters: number): Quarter =>
  quarterOf(addMonths(startOf(quarter), quarters * 3));

/** How many quarters the first lies before the second. */
export function quartersBetween(earlier: Quarter, later: Quarter): number {
  const number = (quarter: Quarter) => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6));
  return number(later) - number(earlier);
}

/** Days of the quarter after, counted from 1 (domain-rules §7.1). */
const CALENDAR = { previewUntil: 10, objectionsFrom: 11, objectionsUntil: 15, publication: 20 } as const;

export interface CycleDates {
  /** The data are frozen, and the preview opens. */
  readonly frozenOn: IsoDate;
  readonly previewUntil: IsoDate;
  readonly objectionsFrom: IsoDate;
  readonly objectionsUntil: IsoDate;
  readonly publishedOn: IsoDate;
}

/** Known for every quarter ahead. */
export function cycleDates(quarter: Quarter): CycleDates {
  const first = endOf(quarter);
  const day = (number: number) => addDays(first, number - 1);
  return {
    frozenOn: first,
    previewUntil: day(CALENDAR.previewUntil),
    objectionsFrom: day(CALENDAR.objectionsFrom),
    objectionsUntil: day(CALENDAR.objectionsUntil),
    publishedOn: day(CALENDAR.publication),
  };
}

/** In whose zone quarters begin and end. */
export const PROGRAMME_ZONE = 'Asia/Shanghai';
