import type { Translate } from '../../chat/messages/translate.ts';
import type { Rejection } from './row.ts';

/** Columns of the list of rejected rows. */
export const REJECTED_COLUMNS = ['line', 'column', 'value', 'reason'] as const;

export type RejectedCells = readonly [string, string, string, string];

/** One rejection as a line of a list, in the reader's words. */
export const rejectedCells = (
  t: Translate,
  { line, column, value, code, against }: Rejection,
): RejectedCells => [
  String(line),
  column ?? '',
  value,
  t(`ratings.import.reason.${code}`, { value, against: against ?? '' }),
];
