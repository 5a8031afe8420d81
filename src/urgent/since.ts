import { DateTime } from 'luxon';
import { ok, type Result, refuse } from '../result.ts';

export interface TypedSince {
  /** `YYYY-MM-DD` and `HH:mm`, both on the reporter's clock. */
  readonly date: string;
  readonly time: string;
}

const FORMAT = 'yyyy-MM-dd H:mm';

export const dateAndTime = (at: Date, zone: string): TypedSince => {
  const local = DateTime.fromJSDate(at, { zone });
  return { date: local.toFormat('yyyy-MM-dd'), time: local.toFormat('HH:mm') };
};

/** Refused beside its field: `urgent.not-a-time`, `urgent.in-future`. */
export function sinceTyped({ date, time }: TypedSince, zone: string, now: Date): Result<Date> {
  const typed = `${date} ${time.replace('：', ':')}`;
  const since = DateTime.fromFormat(typed, FORMAT, { zone });
  if (!since.isValid) return refuse('urgent.not-a-time', { typed: time }, 'time');
  return since.toJSDate() > now ? refuse('urgent.in-future', {}, 'time') : ok(since.toJSDate());
}
