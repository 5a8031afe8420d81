import type { OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { type Quarter, shifted, startOf } from '../../cycle/quarter.ts';
import { netOf, windowOf } from './window.ts';

const MAIN_CATEGORY = Prisma.sql`coalesce(s.categories[1], '')`;

/** Every store's whole quarter, whoever served it: what benchmarks are made of. */
export function freezeStoreFacts(quarter: Quarter, stores: readonly OrganisationId[]): Prisma.Sql {
  const { start, end } = windowOf(quarter);
  const within = (from: string, until: string) =>
    Prisma.sql`m.month >= ${from}::date AND m.month < ${until}::date`;
  const [yearAgo, yearAgoEnd] = [startOf(shifted(quarter, -4)), startOf(shifted(quarter, -3))];
  const before = startOf(shifted(quarter, -1));
  const now = within(start, end);
  const sum = (figure: string) => Prisma.sql`coalesce(sum(${Prisma.raw(figure)}) FILTER (WHERE ${now}), 0)`;
  const whole = (time: Prisma.Sql) => Prisma.sql`CASE WHEN count(*) FILTER (WHERE ${time}) = 3
    AND count(*) FILTER (WHERE ${now}) = 3 THEN sum(${netOf('m')}) FILTER (WHERE ${time}) END`;
  return Prisma.sql`
    INSERT INTO rating_store_fact (quarter, store_id, category, currency, gmv_now, gmv_year_ago, gmv_before, orders,
      shipped, on_time, disputes, dsr_count, dsr_desc, dsr_serv, dsr_logi)
    SELECT ${quarter}, s.id, ${MAIN_CATEGORY}, max(m.currency) FILTER (WHERE ${now}),
      sum(${netOf('m')}) FILTER (WHERE ${now}),
      ${whole(within(yearAgo, yearAgoEnd))}, ${whole(within(before, start))},
      ${sum('m.orders')}, ${sum('m.shipped')}, ${sum('m.on_time')}, ${sum('m.disputes_upheld')}, ${sum('m.dsr_count')},
      ${sum('m.dsr_count * m.dsr_desc')}, ${sum('m.dsr_count * m.dsr_serv')}, ${sum('m.dsr_count * m.dsr_logi')}
    FROM store_month m JOIN store s ON s.id = m.store_id
    WHERE m.latest AND s.id = ANY(${[...stores]}::text[]) AND ((${within(before, end)}) OR (${within(yearAgo, yearAgoEnd)}))
    GROUP BY s.id HAVING count(*) FILTER (WHERE ${now}) > 0
    ON CONFLICT DO NOTHING`;
}
