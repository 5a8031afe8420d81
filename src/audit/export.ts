import { Readable, Transform } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Database } from '../platform/database/database.ts';
import { type EventFilter, type StoredEvent, storedEvents } from './stored-event.ts';

export const EXPORT_FORMATS = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Every column, in the order in which an auditor reads them. */
const COLUMNS = [
  'object_type',
  'object_id',
  'seq',
  'at',
  'actor',
  'on_behalf_of',
  'org',
  'action',
  'before_hash',
  'after_hash',
  'request_id',
  'payload',
  'previous',
  'hash',
] as const satisfies readonly (keyof StoredEvent)[];

type ExportedEvent = Readonly<Record<(typeof COLUMNS)[number], string | number | null>>;

/**
 * The events as a byte stream, UTF-8, instants in UTC. JSONL is exact: each line holds what the chain was computed
 * from. CSV is for reading (RFC 4180, CRLF): a cell that a spreadsheet would run as a formula begins with an
 * apostrophe.
 */
export function exportEvents(
  database: Pick<Database, 'query'>,
  format: ExportFormat,
  filter: EventFilter = {},
): Readable {
  const events = Readable.from(exported(database, filter));
  const text = format === 'csv' ? csv() : jsonLines();
  // `pipe` alone would swallow the database's error and leave the reader waiting.
  return events.on('error', (error) => text.destroy(error)).pipe(text);
}

async function* exported(
  database: Pick<Database, 'query'>,
  filter: EventFilter,
): AsyncGenerator<ExportedEvent> {
  for await (const event of storedEvents(database, filter)) {
    const { head_seq, head_previous, head_hash, ...columns } = event;
    yield { ...columns, at: event.at.toISOString() };
  }
}

/** Formulas: https://owasp.org/www-community/attacks/CSV_Injection */
const csv = () =>
  stringify({
    header: true,
    columns: [...COLUMNS],
    record_delimiter: 'windows',
    escape_formulas: true,
    bom: true,
  });

const jsonLines = () =>
  new Transform({
    writableObjectMode: true,
    transform: (event: ExportedEvent, _encoding, done) =>
      done(null, `${JSON.stringify(event, [...COLUMNS])}\n`),
  });
