import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { businessCalendar } from '../../reminders/calendar/calendar.ts';
import { dateOn } from '../../reminders/calendar/opening.ts';
import { plannedStatement } from '../../reminders/ladder/plan-statements.ts';
import { addDays, today } from '../../reports/periods.ts';
import type { IsoDate } from '../../reports/report.ts';
import { DEFAULT_RULES } from '../../reports/rules.ts';
import { type DatedRung, depositRungs, qualificationRungs } from './standing-rungs.ts';

/** The earliest reminder is 90 days ahead; a long holiday may bring it a fortnight forward. */
const HORIZON_DAYS = 105;

interface ProviderRow {
  readonly id: string;
  readonly country: string;
  readonly timeZone: string;
}

interface Expiring extends ProviderRow {
  readonly validUntil: IsoDate;
}

/**
 * Once a day: plans what expires within the next months, and the days of every deposit that has fallen short under a
 * cooperation. Planning it again changes nothing, and whether it still holds is asked when it comes due.
 */
export async function planStandings(app: Pick<App, 'database' | 'clock'>): Promise<void> {
  const now = app.clock.now();
  const [expiring, short] = await Promise.all([
    app.database.query<Expiring>(expiringSoon(today(now, 'UTC'))),
    app.database.query<ProviderRow>(SHORT),
  ]);
  const plans = [
    ...expiring.map((row) => ({ id: row.id, rungs: qualificationRungs(calendarOf(row), row.validUntil) })),
    ...short.map((row) => {
      const calendar = calendarOf(row);
      return { id: row.id, rungs: depositRungs(calendar, dateOn(calendar, now)) };
    }),
  ];
  const rows = plans.flatMap(({ id, rungs }) => ahead(rungs, now).map((rung) => ({ object: id, ...rung })));
  if (rows.length > 0) await app.database.query(plannedStatement(rows));
}

/** What was to be said before today is over; of today the first of a deposit's days is still to be said. */
const ahead = (rungs: readonly DatedRung[], now: Date): readonly DatedRung[] =>
  rungs.filter(({ rung, dueAt }) => dueAt > now || rung === 'deposit-0');

const calendarOf = ({ country, timeZone }: ProviderRow) => businessCalendar({ country, zone: timeZone });

const expiringSoon = (from: IsoDate): Prisma.Sql => Prisma.sql`
  SELECT o.id, o.country, o.time_zone AS "timeZone", to_char(soon.until, 'YYYY-MM-DD') AS "validUntil"
  FROM (
    SELECT provider_id AS id, valid_until AS until FROM qualification WHERE ${within('valid_until', from)}
    UNION SELECT id, recognised_until FROM provider WHERE ${within('recognised_until', from)}) soon
    JOIN organisation o ON o.id = soon.id`;

const within = (column: 'valid_until' | 'recognised_until', from: IsoDate): Prisma.Sql =>
  Prisma.sql`${Prisma.raw(column)} BETWEEN ${from}::date AND ${addDays(from, HORIZON_DAYS)}::date`;

/** A cooperation that stands needs the deposit that its own rules ask for, unless staff waived it; one cure at a time. */
export const SHORT_UNDER_A_COOPERATION = Prisma.sql`
  EXISTS (SELECT FROM report r WHERE r.provider_id = p.id AND r.state IN ('SCHEDULED', 'ACTIVE', 'NOTICE')
    AND p.deposit_available_minor < COALESCE((r.rules->>'depositRequiredMinor')::bigint,
      ${DEFAULT_RULES.depositRequiredMinor}::bigint)
    AND NOT r.exceptions @> '[{"code": "DEPOSIT_WAIVER"}]')`;

const SHORT = Prisma.sql`
  SELECT o.id, o.country, o.time_zone AS "timeZone" FROM provider p JOIN organisation o ON o.id = p.id
  WHERE p.deposit_available_minor < ${DEFAULT_RULES.depositRequiredMinor}::bigint AND ${SHORT_UNDER_A_COOPERATION}
    AND NOT EXISTS (SELECT FROM reminder m WHERE m.object = p.id AND m.rung LIKE 'deposit-%' AND m.settled_at IS NULL)`;
