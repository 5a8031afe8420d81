import type { Rejection } from '../../../ratings/store-months/row.ts';
import { type Refusal, refuse } from '../../../result.ts';

/** A rejected line of a file; its code is one of the import's own. */
export const monthRefusal = ({ line, code, column, value }: Rejection): Refusal =>
  refuse('access.month-rejected', { line, code, column: column ?? '', value }, `line ${line}`);
