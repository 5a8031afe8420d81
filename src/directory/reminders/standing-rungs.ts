/** When a provider is reminded of what expires, and of a deposit that is short (domain-rules §12, G7, G8). Pure. */
import type { BusinessCalendar } from '../../reminders/calendar/calendar.ts';
import { reminderDates } from '../../reminders/calendar/days.ts';
import { openingOf } from '../../reminders/calendar/opening.ts';
import type { PlannedRung } from '../../reminders/ladder/planned.ts';
import { addDays } from '../../reports/periods.ts';
import type { IsoDate } from '../../reports/report.ts';

/** Calendar days before a licence, an authorisation or the recognition expires. */
const QUALIFICATION_DAYS = [90, 60, 30, 7] as const;
/** Days of a shortfall. */
const DEPOSIT_DAYS = [0, 5, 10, 14] as const;
/** Then the time to top up is over, and leads decide (T19). */
const DEPOSIT_CURE_DAYS = 15;

export interface DatedRung extends PlannedRung {
  /** The date that it is about, as a number: another date is another matter. */
  readonly stateSeq: number;
}

/** `20261231`: in the place of a `state_seq`, so that a date that moved is reminded of anew. */
const numberOf = (date: IsoDate): number => Number(date.replaceAll('-', ''));

export const dateOf = (number: number): IsoDate =>
  String(number).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');

/** k days before, on the preceding business day where that day is not worked. */
export function qualificationRungs(calendar: BusinessCalendar, validUntil: IsoDate): readonly DatedRung[] {
  return reminderDates(calendar, validUntil, QUALIFICATION_DAYS).map(({ date, daysBefore }) => ({
    rung: `qualification-${daysBefore.join('+')}`,
    stateSeq: numberOf(validUntil),
    dueAt: openingOf(calendar, date),
  }));
}

export function depositRungs(calendar: BusinessCalendar, firstDay: IsoDate): readonly DatedRung[] {
  const on = (rung: string, days: number): DatedRung => ({
    rung,
    stateSeq: numberOf(firstDay),
    dueAt: openingOf(calendar, addDays(firstDay, days)),
  });
  return [...DEPOSIT_DAYS.map((days) => on(`deposit-${days}`, days)), on('deposit-over', DEPOSIT_CURE_DAYS)];
}

/** The last day on which a deposit that fell short can be topped up. */
export const topUpUntil = (firstDay: IsoDate): IsoDate => addDays(firstDay, DEPOSIT_CURE_DAYS - 1);
