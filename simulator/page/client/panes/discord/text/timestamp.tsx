import { ago, type DateReader, show } from '../../shared/draw/dates.ts';
import { useReader } from './reader.ts';

const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

/** An instant on the reader's clock. https://discord.com/developers/docs/reference#message-formatting-timestamp-styles */
export function Timestamp({ seconds, style }: { readonly seconds: number; readonly style: string }) {
  const reader = useReader();
  const at = new Date(seconds * 1_000);
  return (
    <time className="dc-time-token" dateTime={at.toISOString()} title={stamp(at, 'F', reader)}>
      {stamp(at, style, reader)}
    </time>
  );
}

function stamp(at: Date, style: string, reader: DateReader): string {
  return style === 'R' ? ago(at, reader) : show(at, STYLES[style] ?? STYLES.f ?? {}, reader);
}
