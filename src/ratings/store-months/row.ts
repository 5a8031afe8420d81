/** One line of a file of store months: read, and held against itself (domain-rules §4.3). */
import type { IsoDate } from '../../reports/report.ts';
import { readCell } from './cell.ts';
import { COLUMNS, type ColumnName, type Header } from './columns.ts';
import { contradictions } from './contradictions.ts';

export const REJECTIONS = [
  'cells',
  'blank',
  'not-a-month',
  'future',
  'not-a-count',
  'negative',
  'too-large',
  'not-a-currency',
  'not-a-score',
  'not-a-share',
  'more-than',
  'together',
  'contradicts',
  'unknown-store',
  'duplicate',
  'not-a-number',
  'unknown-report',
  'not-filed',
  'no-relationship',
  'month-open',
] as const;
export type RejectionCode = (typeof REJECTIONS)[number];

export interface Rejection {
  /** Of the file, from 1. */
  readonly line: number;
  readonly code: RejectionCode;
  readonly column: string | null;
  /** As typed, shortened. */
  readonly value: string;
  /** The column that it is held against, or the line that was first. */
  readonly against?: string;
}

export type Figures = Readonly<Partial<Record<ColumnName, number | string | null>>>;

export interface StoreMonthRow {
  readonly line: number;
  readonly storeId: string;
  /** Its first day. */
  readonly month: IsoDate;
  readonly figures: Figures;
}

export interface LineToRead {
  readonly header: Header;
  readonly cells: readonly string[];
  readonly line: number;
  readonly today: IsoDate;
}

/** Everything that is wrong with the line, or the month that it is. */
export function readRow({ header, cells, line, today }: LineToRead): StoreMonthRow | readonly Rejection[] {
  if (cells.length !== header.columns.length)
    return [
      {
        line,
        code: 'cells',
        column: null,
        value: String(cells.length),
        against: String(header.columns.length),
      },
    ];
  const values: Partial<Record<ColumnName, number | string | null>> = {};
  const wrong: Rejection[] = [];
  for (const [index, name] of header.columns.entries()) {
    if (name === null) continue;
    const typed = cells[index]?.trim() ?? '';
    const read = readCell(typed, COLUMNS[name], today);
    if (typeof read === 'object' && read !== null)
      wrong.push({ line, column: name, value: short(typed), ...read });
    else values[name] = read;
  }
  const clash = wrong.length > 0 ? wrong : contradictions(values).map((each) => ({ line, ...each }));
  if (clash.length > 0) return clash;
  const { store_id, month, cvr: _cvr, aov_minor: _aov, ...figures } = values;
  return { line, storeId: String(store_id), month: String(month), figures };
}

const LONGEST = 40;
const short = (typed: string): string => (typed.length > LONGEST ? `${typed.slice(0, LONGEST)}…` : typed);
