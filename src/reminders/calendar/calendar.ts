/**
 * The business calendar of the party that must act (domain-rules §2): which dates are worked, in which zone, and
 * between which minutes of the day.
 */
import { IANAZone } from 'luxon';
import type { IsoDate } from '../../reports/report.ts';
import { chinaWorks } from './china.ts';
import { countryWorks } from './country.ts';

/** One business day is 540 business minutes wherever it is counted, so that days and minutes never disagree. */
export const BUSINESS_DAY_MINUTES = 540;

export interface CalendarParty {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** IANA zone. */
  readonly zone: string;
  /** Minutes after local midnight; 540 is 09:00. */
  readonly opensMinute?: number;
  /** Minutes after local midnight; 1080 is 18:00. */
  readonly closesMinute?: number;
}

export interface WorkDay {
  readonly works: boolean;
  /** The holidays of that year are not known, weekends alone were used. */
  readonly estimated: boolean;
}

export interface BusinessCalendar {
  readonly country: string;
  readonly zone: string;
  readonly opensMinute: number;
  readonly closesMinute: number;
  day(date: IsoDate): WorkDay;
}

/**
 * The calendar for a party; 09:00-18:00 without a lunch break unless the party says otherwise. A zone that does not exist
 * and hours that make no day are a RangeError here, before anything is computed with them.
 */
export function businessCalendar(party: CalendarParty): BusinessCalendar {
  const country = party.country.toUpperCase();
  const { opensMinute = 540, closesMinute = 1080 } = party;
  if (!(opensMinute >= 0 && opensMinute < closesMinute && closesMinute <= 1440)) {
    throw new RangeError(
      `Opening minutes ${opensMinute}-${closesMinute} do not make a day; use 0 <= opens < closes <= 1440.`,
    );
  }
  if (!IANAZone.create(party.zone).isValid) {
    throw new RangeError(`${party.zone} is not a time zone; give an IANA name such as Asia/Shanghai.`);
  }
  const day = country === 'CN' ? chinaWorks : countryWorks(country);
  return { country, zone: party.zone, opensMinute, closesMinute, day };
}

/** The default party: China, Asia/Shanghai, 09:00-18:00. */
export const CHINA_CALENDAR: BusinessCalendar = businessCalendar({ country: 'CN', zone: 'Asia/Shanghai' });
