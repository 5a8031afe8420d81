import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { IsoDate } from '../../reports/report.ts';

export interface Today {
  readonly receiver: string;
  /** The receiver's own date. */
  readonly date: IsoDate;
}

export interface HadToday {
  readonly items: ReadonlySet<string>;
  /** Items of which there was news: they count towards the day, and may be reminded of all the same. */
  readonly news: ReadonlySet<string>;
  readonly digest: boolean;
}

/** One digest for a receiver and a day: the name of the card, and so the identity of its message. */
export const digestSubject = ({ receiver, date }: Today): string => `digest:${receiver}:${date}`;

export const digestKey = (today: Today): string => `${digestSubject(today)}/0/digest/${today.receiver}`;

/** What each receiver has had on their own date so far. */
export async function hadToday(
  { database }: Pick<App, 'database'>,
  days: readonly Today[],
): Promise<(receiver: string) => HadToday> {
  const asked = JSON.stringify(days.map((today) => ({ ...today, key: digestKey(today) })));
  const rows = await database.query<HadRow>(Prisma.sql`
    SELECT t.receiver, ${sent(Prisma.sql`NOT LIKE`)} AS items, ${sent(Prisma.sql`LIKE`)} AS news,
      EXISTS (SELECT FROM delivery d WHERE d.key = t.key) AS digest
    FROM jsonb_to_recordset(${asked}::jsonb) AS t(receiver text, date date, key text)`);
  const had = new Map(
    rows.map(({ receiver, items, news, digest }) => [
      receiver,
      { items: new Set(items), news: new Set(news), digest },
    ]),
  );
  return (receiver) => had.get(receiver) ?? { items: new Set(), news: new Set(), digest: false };
}

interface HadRow {
  readonly receiver: string;
  readonly items: readonly string[];
  readonly news: readonly string[];
  readonly digest: boolean;
}

const sent = (like: Prisma.Sql): Prisma.Sql => Prisma.sql`ARRAY(
  SELECT m.object FROM reminder m WHERE m.receiver = t.receiver AND m.sent_on = t.date AND m.rung ${like} 'told.%')`;
