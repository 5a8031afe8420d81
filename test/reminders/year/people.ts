import type { Member } from '../../../src/people/delegation/resolve.ts';
import type { BusinessCalendar } from '../../../src/reminders/calendar/calendar.ts';
import { calendarOfPerson } from '../../../src/reminders/calendar/person.ts';
import { STAFF_CHANNEL } from '../../../src/reminders/sweep/receiver.ts';
import { PLATFORM_CALENDAR } from '../../../src/reports/record/case.ts';
import type { Chance } from './chance.ts';

/** Where people work, and when: most in Shanghai, some far away, some at night. */
const HABITS = [
  { country: 'CN', zone: 'Asia/Shanghai', opensAt: 540, closesAt: 1080 },
  { country: 'CN', zone: 'Asia/Shanghai', opensAt: 540, closesAt: 1080 },
  { country: 'CN', zone: 'Asia/Urumqi', opensAt: 600, closesAt: 1140 },
  { country: 'US', zone: 'America/Los_Angeles', opensAt: 480, closesAt: 1020 },
  { country: 'DE', zone: 'Europe/Berlin', opensAt: 540, closesAt: 1080 },
  { country: 'JP', zone: 'Asia/Tokyo', opensAt: 780, closesAt: 1320 },
] as const;

export interface Population {
  readonly stores: readonly (readonly Member[])[];
  readonly providers: readonly (readonly Member[])[];
  readonly staff: readonly Member[];
  readonly calendarOf: (receiver: string) => BusinessCalendar;
  /** Nothing that is sent to them arrives. */
  readonly unreachable: ReadonlySet<string>;
}

export function population(chance: Chance): Population {
  const calendars = new Map<string, BusinessCalendar>();
  const unreachable = new Set<string>();
  const member = (id: string, role: Member['role']): Member => {
    const { zone, ...hours } = chance.oneOf(HABITS);
    calendars.set(id, calendarOfPerson({ ...hours, zone, organisationZone: zone }));
    if (chance.happens(0.05)) unreachable.add(id);
    return { id, role };
  };
  const many = (count: number, team: (index: number) => readonly Member[]) =>
    Array.from({ length: count }, (_, index) => team(index));
  return {
    stores: many(400, (n) => [
      member(`owner_${n}`, 'STORE_OWNER'),
      member(`clerk_${n}`, 'STORE_MEMBER'),
      ...(n % 3 === 0 ? [member(`partner_${n}`, 'STORE_OWNER')] : []),
    ]),
    providers: many(80, (n) => [
      member(`admin_${n}`, 'PROVIDER_ADMIN'),
      member(`helper_${n}`, 'PROVIDER_MEMBER'),
      ...(n % 2 === 0 ? [member(`deputy_${n}`, 'PROVIDER_ADMIN')] : []),
    ]),
    staff: [
      ...many(10, (n) => [member(`reviewer_${n}`, 'STAFF_REVIEWER')]).flat(),
      ...many(2, (n) => [member(`lead_${n}`, 'STAFF_LEAD')]).flat(),
    ],
    calendarOf: (receiver) =>
      receiver === STAFF_CHANNEL ? PLATFORM_CALENDAR : (calendars.get(receiver) ?? PLATFORM_CALENDAR),
    unreachable,
  };
}
