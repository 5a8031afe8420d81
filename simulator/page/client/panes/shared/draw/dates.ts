/** Who reads, in whose words and on whose clock. */
export interface DateReader {
  /** BCP 47, as the platform keeps it. */
  readonly locale: string;
  /** IANA name. */
  readonly zone: string;
  /** The simulated now, in milliseconds: "today" depends on it. */
  readonly nowMs: number;
}

type Options = Intl.DateTimeFormatOptions;

export const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const satisfies Options;

export function show(at: Date, options: Options, { locale, zone }: Omit<DateReader, 'nowMs'>): string {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(at);
}

/** `YYYY-MM-DD` in that zone. */
export function isoDay(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at);
}

export const hourAndMinute = (at: Date, reader: Omit<DateReader, 'nowMs'>) => show(at, CLOCK, reader);

/** Today, yesterday and tomorrow by name; nothing for other days. */
export function nearDay(at: Date, { locale, zone, nowMs }: DateReader): string | undefined {
  const days = dayNumber(isoDay(at, zone)) - dayNumber(isoDay(new Date(nowMs), zone));
  if (Math.abs(days) > 1) return undefined;
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
}

const dayNumber = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** "in 3 hours", "2 days ago". */
export function ago(at: Date, { locale, nowMs }: DateReader): string {
  const seconds = Math.round((at.getTime() - nowMs) / 1_000);
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? (['second', 1] as const);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}
