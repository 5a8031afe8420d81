/** Times of a docking meeting as they are typed, on the clock of whoever types them. */
import { DateTime } from 'luxon';
import { halfWidth, quoted } from '../../reports/fields/typed/clean.ts';
import { isRefused, ok, type Refusal, type Result, refuse, refuseAll } from '../../result.ts';

/** The inputs of the form; the first must be filled in. */
export const TIME_INPUTS = ['time1', 'time2', 'time3'] as const;
export type TimeInput = (typeof TIME_INPUTS)[number];

/** Year first: 06/07 means two different days to two readers. */
const WRITTEN = ['yyyy-M-d H:mm', 'yyyy/M/d H:mm', 'yyyy.M.d H:mm', 'yyyy年M月d日 H:mm', "yyyy-M-d'T'H:mm"];

export interface TimeRules {
  /** IANA zone of the one who types. */
  readonly zone: string;
  readonly now: Date;
}

/** Refuses `opportunities.not-a-time` and `opportunities.time-is-past`, each beside its input. */
export function meetingTimes(
  typed: Readonly<Record<TimeInput, string>>,
  rules: TimeRules,
): Result<readonly Date[]> {
  const read = TIME_INPUTS.filter((name) => name === 'time1' || typed[name].trim() !== '').map((name) =>
    timeAt(name, typed[name], rules),
  );
  const [first, ...others] = read.filter((each): each is Refusal => isRefused(each));
  if (first) return refuseAll([first, ...others]);
  const instants = read.flatMap((each) => (isRefused(each) ? [] : [each.ok.getTime()]));
  return ok([...new Set(instants)].toSorted((one, other) => one - other).map((at) => new Date(at)));
}

function timeAt(field: TimeInput, typed: string, { zone, now }: TimeRules): Result<Date> {
  const text = halfWidth(typed).trim().replace(/\s+/g, ' ');
  const example = DateTime.fromJSDate(now, { zone }).plus({ days: 2 }).toFormat("yyyy-MM-dd '10:00'");
  const found = WRITTEN.map((format) => DateTime.fromFormat(text, format, { zone })).find(
    ({ isValid }) => isValid,
  );
  if (!found) return refuse('opportunities.not-a-time', { typed: quoted(typed), example }, field);
  const at = found.toJSDate();
  return at > now ? ok(at) : refuse('opportunities.time-is-past', { at }, field);
}
