import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { refusalText } from '../../chat/messages/refusals.ts';
import { createTranslators } from '../../chat/messages/translators.ts';
import { plain } from '../../chat/text.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { DirectoryInUse } from '../../platform/database/directory-lock.ts';
import { DatabaseUnavailable } from '../../platform/database/errors.ts';
import { createIds } from '../../platform/ids.ts';
import { isRefused } from '../../result.ts';
import { type Imported, importStoreMonths } from '../actions/import/import-store-months.ts';
import { REJECTED_COLUMNS, rejectedCells } from '../store-months/rejection-text.ts';
import type { Rejection } from '../store-months/row.ts';

/** 0 taken over · 1 rows were rejected · 2 wrong use, or no such file · 3 the database cannot be used. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface ImportCliDeps {
  readonly openDatabase: () => Promise<Database>;
  readonly clock: Clock;
  /** The rejected rows as CSV. */
  readonly stdout: Writable;
  readonly stderr: Writable;
}

const USAGE = `Usage: npm run -s import -- FILE [--partial] > rejected.csv
  Takes over the store months of a CSV file (UTF-8 or GBK) of any length. If a row is rejected nothing is taken over, unless
  --partial asks for the others. The rejected rows are written to standard output, each with its line and reason.`;

const { en: t } = createTranslators();

export async function runImport(args: readonly string[], deps: ImportCliDeps): Promise<ExitCode> {
  const asked = parsed(args);
  if (!asked) {
    deps.stderr.write(`${USAGE}\n`);
    return 2;
  }
  try {
    await using database = await deps.openDatabase();
    return await imported(asked, database, deps);
  } catch (error) {
    const said = explained(error);
    if (said === null) throw error;
    deps.stderr.write(`${said.line}\n`);
    return said.code;
  }
}

interface Asked {
  readonly file: string;
  readonly partial: boolean;
}

function parsed(args: readonly string[]): Asked | null {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { partial: { type: 'boolean', default: false } },
    });
    const [file, ...rest] = positionals;
    return file === undefined || rest.length > 0 ? null : { file, partial: values.partial };
  } catch {
    return null;
  }
}

async function imported(
  { file, partial }: Asked,
  database: Database,
  deps: ImportCliDeps,
): Promise<ExitCode> {
  const { clock, stdout, stderr } = deps;
  const list = rejectedList(stdout);
  const result = await importStoreMonths(
    { database, clock, ids: createIds(clock) },
    {
      name: basename(file),
      source: createReadStream(file),
      from: 'FEED',
      partial,
      by: 'operator',
      onRejected: list,
    },
  );
  if (isRefused(result)) {
    stderr.write(`${plain(refusalText(t, result))}\n`);
    return 2;
  }
  stderr.write(`${summary(result.ok)}\n`);
  return result.ok.rejected > 0 ? 1 : 0;
}

const summary = ({ done, accepted, unchanged, rejected }: Imported): string =>
  [
    done ? t('ratings.import.done', { accepted, unchanged }) : t('ratings.import.nothing', { rejected }),
    ...(done && rejected > 0 ? [t('ratings.import.rejected', { count: rejected })] : []),
  ].join(' ');

function rejectedList(stdout: Writable): (rejections: readonly Rejection[]) => void {
  let begun = false;
  return (rejections) => {
    const lines = rejections.map((each) => rejectedCells(t, each));
    stdout.write(stringify(begun ? lines : [REJECTED_COLUMNS, ...lines], { escape_formulas: true }));
    begun = true;
  };
}

function explained(error: unknown): { readonly line: string; readonly code: ExitCode } | null {
  if (error instanceof DirectoryInUse || error instanceof DatabaseUnavailable)
    return { line: error.message, code: 3 };
  if (error instanceof Error && 'syscall' in error)
    return { line: `The file cannot be read: ${error.message}`, code: 2 };
  return null;
}
