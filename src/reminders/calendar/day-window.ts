/** One day's opening hours as instants: what a day is worth is counted in minutes that pass, not in what the wall says. */
import { DateTime, IANAZone } from 'luxon';
import type { IsoDate } from '../../reports/report.ts';
import { shiftDate } from './dates.ts';

const MINUTE_MS = 60_000;
/** No zone sets its clocks back by more at once, but for those that change the date line. */
const LONGEST_SHIFT_MS = 180 * MINUTE_MS;

export interface Hours {
  /** IANA zone. */
  readonly zone: string;
  /** Minutes after local midnight. */
  readonly opensMinute: number;
  readonly closesMinute: number;
}

/** Milliseconds since the epoch; as long as nothing when the day does not exist in its zone, or its hours are skipped. */
export interface DayWindow {
  readonly opens: number;
  readonly closes: number;
}

/** Days that are remembered for each zone and hours: years of them, since a sweep asks for the same weeks again and again. */
const MOST_DAYS = 5_000;
const remembered = new Map<string, Map<IsoDate, DayWindow>>();

/** Computed once: deadlines of one week share their days, and a zone's rules are slow to ask. */
export function windowOf(hours: Hours, date: IsoDate): DayWindow {
  const key = `${hours.zone} ${hours.opensMinute} ${hours.closesMinute}`;
  const days = remembered.get(key) ?? new Map<IsoDate, DayWindow>();
  if (days.size >= MOST_DAYS) days.clear();
  remembered.set(key, days);
  const known = days.get(date) ?? computed(hours, date);
  days.set(date, known);
  return known;
}

function computed({ zone, opensMinute, closesMinute }: Hours, date: IsoDate): DayWindow {
  const opens = instantOn(zone, date, opensMinute);
  // A day that its zone leaves out, as Samoa did on 30 December 2011, would be the next one a second time.
  if (opens === null) return { opens: 0, closes: 0 };
  const length = (closesMinute - opensMinute) * MINUTE_MS;
  const steady = offsetAt(zone, opens) === offsetAt(zone, opens + length);
  const closes = steady ? opens + length : (instantOn(zone, date, closesMinute) ?? opens);
  return { opens, closes: Math.max(opens, closes) };
}

const offsetAt = (zone: string, instant: number): number => IANAZone.create(zone).offset(instant);

/** A time that daylight saving skips is the moment at which the clock has jumped; null on a date that does not exist. */
function instantOn(zone: string, date: IsoDate, minute: number): number | null {
  if (minute >= 1440) return startOf(zone, shiftDate(date, 1));
  const midnight = DateTime.fromISO(date, { zone });
  if (midnight.toISODate() !== date) return null;
  if (minute === 0) return startOf(zone, date);
  return midnight.set({ hour: Math.floor(minute / 60), minute: minute % 60 }).toMillis();
}

/** Where clocks are set back at midnight, as in Havana, a date begins with the first of its two midnights. */
function startOf(zone: string, date: IsoDate): number {
  const midnight = DateTime.fromISO(date, { zone }).startOf('day').toMillis();
  const setBack = offsetAt(zone, midnight - LONGEST_SHIFT_MS) - offsetAt(zone, midnight);
  const first = midnight - setBack * MINUTE_MS;
  return setBack > 0 && DateTime.fromMillis(first, { zone }).toISODate() === date ? first : midnight;
}
