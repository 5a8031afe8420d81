import { CsvError } from 'csv-parse/sync';
import type { App } from '../../../app.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor } from '../../../people/principal.ts';
import { addMonths, today } from '../../../reports/periods.ts';
import { isRefused, ok, type Result, refuse } from '../../../result.ts';
import { PROGRAMME_ZONE, quarterOf } from '../../cycle/quarter.ts';
import { type MonthChecks, monthChecks } from '../../record/checks/month-checks.ts';
import { checkedAgainst, writtenChecks } from '../../record/checks/write-checks.ts';
import type { Rejection, RejectionCode } from '../../store-months/row.ts';
import { previewAnew } from '../checks/counted-still.ts';
import { UnreadableFile } from './decode.ts';
import { type CheckRow, type ReadChecks, readChecks } from './read-checks.ts';

export interface CheckFile {
  readonly actor: Actor;
  readonly requestId: string;
  readonly source: AsyncIterable<Uint8Array>;
  /** Takes the good rows although others are rejected. */
  readonly partial: boolean;
}

export interface ImportedChecks {
  readonly accepted: number;
  readonly months: number;
  readonly rejections: readonly Rejection[];
  /** False: rows were rejected, so that nothing was recorded. */
  readonly done: boolean;
}

type Deps = Pick<App, 'database' | 'clock'>;

/**
 * Records the measurements of a file as the platform's own, all of them or none unless `partial` asks for the good rows.
 * Refuses `ratings.import-*` where the file itself cannot be used.
 */
export async function importChecks(app: Deps, file: CheckFile): Promise<Result<ImportedChecks>> {
  const refusal = permissionRefusal(permitted('staff.import', file.actor));
  if (refusal) return refusal;
  const read = await readOrRefused(file);
  if (isRefused(read)) return read;
  const { rows } = read.ok;
  const asked = new Map(rows.map((row) => [keyOf(row), row]));
  const found = await monthChecks(app, [...asked.values()]);
  const months = new Map(found.map((month) => [keyOf(month), month]));
  const wrong = rejectedRows(rows, months, today(app.clock.now(), PROGRAMME_ZONE));
  const rejections = [...read.ok.rejections, ...wrong];
  if (rejections.length > 0 && !file.partial) return ok({ accepted: 0, months: 0, rejections, done: false });
  const bad = new Set(wrong.map(({ line }) => line));
  const good = rows.filter(({ line }) => !bad.has(line));
  const recorded = await write(app, file, { good, months });
  return ok({ accepted: good.length, months: recorded, rejections, done: true });
}

async function readOrRefused({ source }: CheckFile): Promise<Result<ReadChecks>> {
  try {
    return await readChecks(source);
  } catch (error) {
    if (error instanceof UnreadableFile) return error.refusal;
    if (error instanceof CsvError)
      return refuse('ratings.import-broken', { line: Number(error.lines ?? 0) }, 'file');
    throw error;
  }
}

const keyOf = ({ reportId, month }: Pick<CheckRow, 'reportId' | 'month'>): string => `${reportId} ${month}`;

type Months = ReadonlyMap<string, MonthChecks>;

function rejectedRows(rows: readonly CheckRow[], months: Months, date: string): readonly Rejection[] {
  const first = new Map<string, number>();
  return rows.flatMap((row): readonly Rejection[] => {
    const why = whyNot(row, months.get(keyOf(row)), date);
    if (why) return [{ line: row.line, ...why }];
    const key = `${keyOf(row)} ${row.code}`;
    const before = first.get(key);
    first.set(key, before ?? row.line);
    if (before === undefined) return [];
    return [{ line: row.line, code: 'duplicate', column: 'code', value: row.code, against: String(before) }];
  });
}

function whyNot(
  { reportId, month, code }: CheckRow,
  found: MonthChecks | undefined,
  date: string,
): Omit<Rejection, 'line'> | null {
  const no = (why: RejectionCode, column: string, value: string) => ({ code: why, column, value });
  if (!found) return no('unknown-report', 'report', reportId);
  if (addMonths(month, 1) > date) return no('month-open', 'month', month.slice(0, 7));
  if (!found.effective) return no('no-relationship', 'month', month.slice(0, 7));
  const filed = found.standards.some((standard) => standard.code === code);
  return filed ? null : no('not-filed', 'code', code);
}

/** How many months were recorded. */
async function write(
  app: Deps,
  file: CheckFile,
  { good, months }: { good: readonly CheckRow[]; months: Months },
) {
  const { actor, requestId } = file;
  const at = app.clock.now();
  const groups = [...Map.groupBy(good, keyOf)].flatMap(([key, rows]) => {
    const month = months.get(key);
    return month ? [{ month, rows }] : [];
  });
  await app.database.change([
    handled(requestId, at),
    ...groups.map(({ month, rows }) => {
      const measurements = rows.map((row) => ({ ...row, exemptionBy: null }));
      const checked = checkedAgainst(month, measurements);
      const by = actor.principalId;
      return writtenChecks({ of: month, checked, source: 'STAFF', by, org: 'platform', requestId, at });
    }),
  ]);
  const previews = new Map(
    groups.map(({ month }) => [`${month.providerId} ${quarterOf(month.month)}`, month]),
  );
  for (const { providerId, month } of previews.values()) await previewAnew(app, providerId, month);
  return groups.length;
}
