/** Complaints and incidents (domain-rules §4.3, §7.3): how grave, and when a verdict may be given. */
import { addBusinessDays } from '../reminders/calendar/arithmetic.ts';
import { CHINA_CALENDAR } from '../reminders/calendar/calendar.ts';

/** C: a complaint. L: late data or a wrong filing. */
export const SEVERITIES = ['C', 'S1', 'S2', 'S3', 'L'] as const;
export type Severity = (typeof SEVERITIES)[number];

export type IncidentVerdict = 'UPHELD' | 'DISMISSED';
export type AnsweringSide = 'STORE' | 'PROVIDER';

/** Business days in which the provider can answer before anything may be upheld against it. */
const HEARING_DAYS = 3;
/** Of one side; what is still to be said belongs into an appeal. */
export const MOST_ANSWERS = 3;
export const SHORTEST_ACCOUNT = 20;
export const LONGEST_ACCOUNT = 2_000;

export const heardUntil = (openedAt: Date): Date =>
  addBusinessDays(CHINA_CALENDAR, openedAt, HEARING_DAYS).at;

export interface Heard {
  readonly openedAt: Date;
  readonly answers: readonly { readonly side: AnsweringSide }[];
}

/** Nothing is upheld against somebody who has not been heard: an answer, or the time for it gone by. */
export const isHeard = ({ openedAt, answers }: Heard, now: Date): boolean =>
  answers.some(({ side }) => side === 'PROVIDER') || now > heardUntil(openedAt);
