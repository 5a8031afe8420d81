import { ok, type Result, refuse } from '../../../result.ts';
import { isIsoDate } from '../../periods.ts';
import type { IsoDate } from '../../report.ts';
import { halfWidth, quoted } from './clean.ts';

// Year first in every form: 06/07/2026 means two different days to two readers, so it is refused.
const WRITTEN = [
  /^(?<year>\d{4})\s*[-/.]\s*(?<month>\d{1,2})\s*[-/.]\s*(?<day>\d{1,2})$/,
  /^(?<year>\d{4})\s*年\s*(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*[日号]?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
];
const YEARS = { first: 1990, last: 2100 };

/**
 * `2026-06-01`, `2026/6/1`, `2026.6.1`, `2026年6月1日`, `20260601`, also full-width.
 * Refuses `fields.not-a-date`, `fields.no-such-date`, `fields.date-far-away`.
 */
export function writtenDate(text: string): Result<IsoDate> {
  const plain = halfWidth(text);
  const groups = WRITTEN.map((pattern) => pattern.exec(plain)?.groups).find((found) => found !== undefined);
  if (groups === undefined) return refuse('fields.not-a-date', { typed: quoted(text) });
  const { year = '', month = '', day = '' } = groups;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isIsoDate(date)) return refuse('fields.no-such-date', { typed: quoted(text) });
  const far = Number(year) < YEARS.first || Number(year) > YEARS.last;
  return far ? refuse('fields.date-far-away', { typed: quoted(text), ...YEARS }) : ok(date);
}
