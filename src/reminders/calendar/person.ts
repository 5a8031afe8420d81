import { type BusinessCalendar, businessCalendar } from './calendar.ts';

/** When somebody works: their own hours and zone, on the working days of where they belong. */
export interface WorkingHours {
  readonly country: string;
  /** Null: the organisation's. */
  readonly zone: string | null;
  readonly organisationZone: string;
  /** Minutes after midnight. */
  readonly opensAt: number;
  readonly closesAt: number;
}

export const calendarOfPerson = (hours: WorkingHours): BusinessCalendar =>
  businessCalendar({
    country: hours.country,
    zone: hours.zone ?? hours.organisationZone,
    opensMinute: hours.opensAt,
    closesMinute: hours.closesAt,
  });
