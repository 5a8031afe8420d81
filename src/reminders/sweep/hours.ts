import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { type BusinessCalendar, CHINA_CALENDAR } from '../calendar/calendar.ts';
import { calendarOfPerson, type WorkingHours } from '../calendar/person.ts';

/** When each receiver may be spoken to; a channel, and whoever is on no record, in the default hours. */
export async function calendarsOf(
  { database }: Pick<App, 'database'>,
  receivers: readonly string[],
): Promise<(receiver: string) => BusinessCalendar> {
  const rows = await database.query<WorkingHours & { readonly id: string }>(Prisma.sql`
    SELECT p.id, p.time_zone AS zone, p.opens_at AS "opensAt", p.closes_at AS "closesAt",
      coalesce(o.country, 'CN') AS country, coalesce(o.time_zone, 'Asia/Shanghai') AS "organisationZone"
    FROM principal p LEFT JOIN LATERAL (
      SELECT o.country, o.time_zone FROM membership m JOIN organisation o ON o.id = m.organisation_id
      WHERE m.principal_id = p.id ORDER BY m.since, o.id LIMIT 1) o ON true
    WHERE p.id IN (${Prisma.join([...receivers])})`);
  const calendars = new Map(rows.map(({ id, ...hours }) => [id, calendarOfPerson(hours)]));
  return (receiver) => calendars.get(receiver) ?? CHINA_CALENDAR;
}
