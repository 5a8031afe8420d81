import { ago, CLOCK, type DateReader, isoDay, nearDay, show } from '../../shared/draw/dates.ts';

type Options = Intl.DateTimeFormatOptions;

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
