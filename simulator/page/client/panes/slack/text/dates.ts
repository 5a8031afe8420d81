/** Who reads, in whose words and on whose clock. */
export interface DateReader {
  /** BCP 47, as Slack keeps it. */
  readonly locale: string;
  /** IANA name. */
  readonly zone: string;
  /** The simulated now, in milliseconds: "today" depends on it. */
  readonly nowMs: number;
}

type Options = Intl.DateTimeFormatOptions;

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const satisfies Options;
const LONG = { year: 'numeric', month: 'long', day: 'numeric' } as const satisfies Options;
const SHORT = { year: 'numeric', month: 'short', day: 'numeric' } as const satisfies Options;
const FULL = { ...LONG, weekday: 'long' } as const satisfies Options;

const FORMATS: Readonly<Record<string, Options>> = {
  date: LONG,
  date_short: SHORT,
  date_long: FULL,
  date_pretty: LONG,
  date_short_pretty: SHORT,
  date_long_pretty: FULL,
  time: CLOCK,
  time_secs: { ...CLOCK, second: '2-digit' },
};

/**
 * Fills in a date token as the reader's Slack does; words it does not know stay as they stand.
 * https://docs.slack.dev/messaging/formatting-message-text#date-formatting
 */
export function formatDateToken(seconds: number, format: string, reader: DateReader): string {
  const at = new Date(seconds * 1_000);
  return format.replaceAll(/\{(\w+)\}/g, (token, name: string) => datePart(at, name, reader) ?? token);
}

function datePart(at: Date, name: string, reader: DateReader): string | undefined {
  if (name === 'ago') return ago(at, reader);
  if (name === 'date_num') return isoDay(at, reader.zone);
  if (name === 'date_slash') return isoDay(at, reader.zone).replaceAll('-', '/');
  const options = FORMATS[name];
  if (!options) return undefined;
  const near = name.endsWith('_pretty') ? nearDay(at, reader) : undefined;
  return near ?? show(at, options, reader);
}

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

function ago(at: Date, { locale, nowMs }: DateReader): string {
  const seconds = Math.round((at.getTime() - nowMs) / 1_000);
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? (['second', 1] as const);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}
