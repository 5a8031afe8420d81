/** Weeks of the calendar as ISO 8601 numbers them, Monday to Sunday, in the platform's zone. */
import { DateTime } from 'luxon';
import type { IsoDate } from '../report.ts';

/** The digest is posted on Mondays at this time. */
const POSTED = { hour: 9, minute: 30 };

export interface Week {
  /** `2026-W48`. */
  readonly name: string;
  readonly from: Date;
  /** The first instant that no longer belongs to it. */
  readonly until: Date;
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
}

export function weekOf(instant: Date, zone: string): Week {
  return weekFrom(DateTime.fromJSDate(instant, { zone }).startOf('week'));
}

export function weekBefore({ from }: Week, zone: string): Week {
  return weekFrom(DateTime.fromJSDate(from, { zone }).minus({ weeks: 1 }));
}

/** Null where the name names no week. */
export function weekNamed(name: string, zone: string): Week | null {
  const monday = DateTime.fromISO(`${name}-1`, { zone });
  return monday.isValid ? weekFrom(monday) : null;
}

export interface DueDigest {
  readonly week: Week;
  /** When it became due: Monday morning after the week. */
  readonly since: Date;
}

/** The latest week whose digest is due: that before the last Monday 09:30. */
export function dueDigest(now: Date, zone: string): DueDigest {
  const local = DateTime.fromJSDate(now, { zone });
  const morning = local.startOf('week').set(POSTED);
  const since = morning <= local ? morning : morning.minus({ weeks: 1 });
  return { week: weekBefore(weekFrom(since.startOf('week')), zone), since: since.toJSDate() };
}

function weekFrom(monday: DateTime): Week {
  const next = monday.plus({ weeks: 1 });
  return {
    name: monday.toFormat("kkkk-'W'WW"),
    from: monday.toJSDate(),
    until: next.toJSDate(),
    firstDay: monday.toFormat('yyyy-MM-dd'),
    lastDay: next.minus({ days: 1 }).toFormat('yyyy-MM-dd'),
  };
}
