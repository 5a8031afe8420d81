/**
 * What each level unlocks (domain-rules §8), as data that the other domains ask. Steps are gradual, so that no single point
 * decides a business.
 */
import type { IsoDate } from '../../reports/report.ts';
import type { Level } from '../levels/level.ts';

/** Business minutes; a business day is 540, an hour is 60. */
type BusinessMinutes = number;

export type ApiAccess = 'SANDBOX' | 'READ' | 'READ_WRITE' | 'ALL_BY_TWO';
export type Loan = 'NONE' | 'REFERRAL' | 'PRIORITY';
export type Training =
  | 'SELF_SERVE'
  | 'QUARTERLY_CLINIC'
  | 'MONTHLY_CLINIC'
  | 'COACH'
  | 'COACH_AND_PEER_REVIEW';
export type Diagnosis = 'QUARTERLY' | 'MONTHLY' | 'MONTHLY_ALERTS' | 'WEEKLY_ALERTS';
export type Listing = 'LISTED' | 'FEATURED_FILTER' | 'FEATURED';
export type Slates = 'NEWCOMER_PLACE' | 'LISTED' | 'DOCKING_SEAT' | 'FIRST_ROUND';

export interface Benefits {
  readonly listing: Listing;
  readonly slates: Slates;
  /** Opportunities that may be open at once. */
  readonly openBids: number;
  readonly consultationMinutes: BusinessMinutes;
  readonly reviewMinutes: BusinessMinutes;
  readonly loan: Loan;
  readonly api: ApiAccess;
  readonly training: Training;
  readonly diagnosis: Diagnosis;
  readonly bulkActions: boolean;
}

const DAY = 540;
const HOUR = 60;

const START: Benefits = {
  listing: 'LISTED',
  slates: 'NEWCOMER_PLACE',
  openBids: 2,
  consultationMinutes: 2 * DAY,
  reviewMinutes: 2 * DAY,
  loan: 'NONE',
  api: 'SANDBOX',
  training: 'SELF_SERVE',
  diagnosis: 'QUARTERLY',
  bulkActions: false,
};
const THREE: Benefits = {
  ...START,
  slates: 'LISTED',
  openBids: 4,
  loan: 'REFERRAL',
  api: 'READ',
  training: 'QUARTERLY_CLINIC',
};
const FOUR: Benefits = {
  ...THREE,
  openBids: 6,
  consultationMinutes: DAY,
  api: 'READ_WRITE',
  training: 'MONTHLY_CLINIC',
  diagnosis: 'MONTHLY',
  bulkActions: true,
};
const FIVE: Benefits = {
  ...FOUR,
  listing: 'FEATURED_FILTER',
  slates: 'DOCKING_SEAT',
  openBids: 10,
  consultationMinutes: 4 * HOUR,
  reviewMinutes: DAY,
  loan: 'PRIORITY',
  training: 'COACH',
  diagnosis: 'MONTHLY_ALERTS',
};
const SIX: Benefits = {
  ...FIVE,
  listing: 'FEATURED',
  slates: 'FIRST_ROUND',
  openBids: 15,
  consultationMinutes: 2 * HOUR,
  api: 'ALL_BY_TWO',
  training: 'COACH_AND_PEER_REVIEW',
  diagnosis: 'WEEKLY_ALERTS',
};

export const BENEFITS: Readonly<Record<Level, Benefits>> = {
  P: START,
  R: START,
  3: THREE,
  4: FOUR,
  5: FIVE,
  6: SIX,
};

export interface Held {
  readonly level: Level;
  /** What stood before a demotion, and the last day on which it still gives. */
  readonly benefitsLevel: Level | null;
  readonly benefitsUntil: IsoDate | null;
  /** Nothing but the start stands while a rating is suspended. */
  readonly suspended?: boolean;
}

/** The level whose benefits stand today: a demotion takes them at the quarter's end, never in the middle of a case, a suspension at once. */
export function benefitLevel(held: Held, today: IsoDate): Level {
  const { level, benefitsLevel, benefitsUntil, suspended = false } = held;
  if (suspended) return 'P';
  return benefitsLevel !== null && benefitsUntil !== null && today <= benefitsUntil ? benefitsLevel : level;
}
