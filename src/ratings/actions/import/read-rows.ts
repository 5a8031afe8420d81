import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { IsoDate } from '../../../reports/report.ts';
import { refuse } from '../../../result.ts';
import { type Header, readHeader } from '../../store-months/columns.ts';
import { type Rejection, readRow, type StoreMonthRow } from '../../store-months/row.ts';
import { decoded, UnreadableFile } from './decode.ts';

export type ReadLine = StoreMonthRow | readonly Rejection[];

/** A line longer than this is a quotation mark that nobody closed. */
const LONGEST_LINE = 16_384;

const OPTIONS = {
  delimiter: [',', ';', '\t'],
  info: true,
  max_record_size: LONGEST_LINE,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
};

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * The lines of a CSV file one after the other, whatever its length; the first names the columns.
 * @throws UnreadableFile where the file is none, or its first line does not name what is needed
 */
export async function* readRows(source: AsyncIterable<Uint8Array>, today: IsoDate): AsyncGenerator<ReadLine> {
  const text = Readable.from(decoded(source), { objectMode: false });
  const parser = text.pipe(parse(OPTIONS));
  text.on('error', (error) => parser.destroy(error));
  let header: Header | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      if (header) yield readRow({ header, cells: record, line: info.lines, today });
      else header = checkedHeader(record);
    }
  } catch (error) {
    throw error instanceof CsvError
      ? new UnreadableFile(refuse('ratings.import-broken', { line: lineOf(error) }, 'file'))
      : error;
  } finally {
    text.destroy();
  }
  if (!header) throw new UnreadableFile(refuse('ratings.import-empty', {}, 'file'));
}

const lineOf = (error: CsvError): number => Number(error.lines ?? 0);

function checkedHeader(cells: readonly string[]): Header {
  const header = readHeader(cells);
  const { missing, twice } = header;
  if (missing.length > 0)
    throw new UnreadableFile(refuse('ratings.import-columns-missing', { columns: missing }, 'file'));
  if (twice.length > 0)
    throw new UnreadableFile(refuse('ratings.import-columns-twice', { columns: twice }, 'file'));
  return header;
}
