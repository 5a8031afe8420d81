/** A CSV file of measurements: report, month, code, measured, n. */
import { parse } from 'csv-parse/sync';
import { parseDecimal, toNumber, toScale } from '../../../reports/fields/typed/decimal.ts';
import { isIsoDate } from '../../../reports/periods.ts';
import { STANDARD_CODES, type StandardCode } from '../../../reports/quality-standards/line.ts';
import type { IsoDate } from '../../../reports/report.ts';
import { ok, type Result, refuse } from '../../../result.ts';
import type { Rejection, RejectionCode } from '../../store-months/row.ts';
import { decoded } from './decode.ts';

export interface CheckRow {
  readonly line: number;
  readonly reportId: string;
  /** Its first day. */
  readonly month: IsoDate;
  readonly code: StandardCode;
  /** Null: not measured. */
  readonly measured: number | null;
  readonly n: number;
}

const CHECK_COLUMNS = ['report', 'month', 'code', 'measured', 'n'] as const;
type Column = (typeof CHECK_COLUMNS)[number];

export interface ReadChecks {
  readonly rows: readonly CheckRow[];
  readonly rejections: readonly Rejection[];
}

/** So many are taken in one change. */
const MOST_CHECKS = 5_000;

/** Refuses `ratings.import-*` where the file itself cannot be used. @throws UnreadableFile where it is no text */
export async function readChecks(source: AsyncIterable<Uint8Array>): Promise<Result<ReadChecks>> {
  let text = '';
  for await (const part of decoded(source)) text += part;
  const [head, ...lines] = parse(text, { delimiter: [',', ';', '\t'], ...OPTIONS }) as string[][];
  if (!head) return refuse('ratings.import-empty', {}, 'file');
  const names = head.map((cell) => cell.trim().toLowerCase());
  const missing = CHECK_COLUMNS.filter((name) => !names.includes(name));
  if (missing.length > 0) return refuse('ratings.import-columns-missing', { columns: missing }, 'file');
  if (lines.length > MOST_CHECKS)
    return refuse('ratings.import-too-many', { most: MOST_CHECKS, rows: lines.length }, 'file');
  const read = lines.map((cells, index) => rowOf(cells, names, index + 2));
  return ok({
    rows: read.flatMap((each) => ('reportId' in each ? [each] : [])),
    rejections: read.flatMap((each) => ('reportId' in each ? [] : each)),
  });
}

const OPTIONS = { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true } as const;

function rowOf(
  cells: readonly string[],
  names: readonly string[],
  line: number,
): CheckRow | readonly Rejection[] {
  const cell = (name: Column) => cells[names.indexOf(name)]?.trim() ?? '';
  const month = `${cell('month').slice(0, 7)}-01`;
  const code = STANDARD_CODES.find((each) => each === cell('code').toUpperCase());
  const [measured, n] = [numberOf(cell('measured'), 4), numberOf(cell('n'), 0)];
  const wrong = (column: Column, why: RejectionCode): Rejection => ({
    ...{ line, column, code: why, value: cell(column).slice(0, 40) },
  });
  const rejections = [
    ...(cell('report') === '' ? [wrong('report', 'blank')] : []),
    ...(isIsoDate(month) ? [] : [wrong('month', 'not-a-month')]),
    ...(code === undefined ? [wrong('code', 'not-filed')] : []),
    ...(measured === undefined ? [wrong('measured', 'not-a-number')] : []),
    ...(typeof n !== 'number' || n < 0 ? [wrong('n', 'not-a-count')] : []),
  ];
  if (rejections.length > 0 || code === undefined) return rejections;
  return { line, reportId: cell('report').toUpperCase(), month, code, measured: measured ?? null, n: n ?? 0 };
}

/** Null where the cell is empty; undefined where it holds no such number. */
function numberOf(cell: string, places: number): number | null | undefined {
  if (cell === '') return null;
  const decimal = parseDecimal(cell.replace(/\s*[%％]$/, ''));
  return decimal === null || toScale(decimal, places) === null ? undefined : toNumber(decimal);
}
