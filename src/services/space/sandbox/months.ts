import { UnreadableFile } from '../../../ratings/actions/import/decode.ts';
import { readRows } from '../../../ratings/actions/import/read-rows.ts';
import type { StoreMonthRow } from '../../../ratings/store-months/row.ts';
import type { IsoDate } from '../../../reports/report.ts';
import { canonicalJson } from '../../../reports/revision.ts';
import { isRefused, ok, type Refusal, type Result, refuse, refuseAll } from '../../../result.ts';
import { monthRefusal } from '../live/month-refusal.ts';
import type { MonthLine, UploadedFile, UploadedMonths } from '../space.ts';
import type { Step } from './kept-sample.ts';
import { SANDBOX_STORE, type Sample } from './sample.ts';

const MOST_MONTHS = 200;

/** Read by the same reader as files of the record; only the sample's store is served. */
export async function uploadToSample(
  sample: Sample,
  { bytes }: UploadedFile,
  today: IsoDate,
): Promise<Result<Step<UploadedMonths>>> {
  const rows = await rowsOf(bytes, today);
  if (isRefused(rows)) return rows;
  const months = new Map(sample.months.map((line) => [line.month, line]));
  let unchanged = 0;
  for (const { storeId, month: day, figures } of rows.ok) {
    const month = day.slice(0, 7);
    const before = months.get(month);
    if (before && canonicalJson(before.figures) === canonicalJson(figures)) unchanged += 1;
    else
      months.set(month, { storeId, month, version: (before?.version ?? 0) + 1, source: 'UPLOAD', figures });
  }
  const kept: readonly MonthLine[] = [...months.values()].slice(-MOST_MONTHS);
  return ok({
    sample: { ...sample, months: kept },
    answer: { accepted: rows.ok.length - unchanged, unchanged },
  });
}

async function rowsOf(bytes: Uint8Array, today: IsoDate): Promise<Result<readonly StoreMonthRow[]>> {
  const rows: StoreMonthRow[] = [];
  const refusals: Refusal[] = [];
  try {
    for await (const line of readRows(once(bytes), today)) {
      if (!('storeId' in line)) refusals.push(...line.map(monthRefusal));
      else if (line.storeId === SANDBOX_STORE.id) rows.push(line);
      else refusals.push(notServed(line));
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return error.refusal;
    throw error;
  }
  const [first, ...others] = refusals;
  return first ? refuseAll([first, ...others]) : ok(rows);
}

const notServed = ({ line, storeId }: StoreMonthRow): Refusal =>
  refuse('access.month-not-served', { line, storeId }, `line ${line}`);

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
