import type { IsoDate } from '../reports/report.ts';

/** Whether a new report may name the provider (domain-rules §3.2 T1): only `recognised` may be chosen. */
export const STANDINGS = ['recognised', 'recognition-ended', 'barred'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface Recognition {
  /** Inclusive. */
  readonly recognisedUntil: IsoDate;
  readonly barredAt: Date | null;
}

/** @param today the date in the provider's own zone */
export function standingOf({ recognisedUntil, barredAt }: Recognition, today: IsoDate): Standing {
  if (barredAt !== null) return 'barred';
  return recognisedUntil >= today ? 'recognised' : 'recognition-ended';
}

/** The calendar date that an instant falls on in a zone. */
export function dateIn(zone: string, instant: Date): IsoDate {
  // Swedish writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(instant);
}
