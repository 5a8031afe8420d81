import type { Refusal } from '../../../result.ts';
import { isIsoDate } from '../../periods.ts';
import type { IsoDate } from '../../report.ts';
import { refuseReport } from '../refusals.ts';

/** Judges a typed date only once it is one. */
export function guardDate(
  value: string,
  field: string,
  judge: (date: IsoDate) => readonly Refusal[],
): readonly Refusal[] {
  return isIsoDate(value) ? judge(value) : [refuseReport('not-a-date', { value }, field)];
}
