import { CATEGORIES, isCategory } from '../../../directory/categories.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { addMonths } from '../../../reports/periods.ts';
import { SMALLEST_GROUP } from '../../rules.ts';
import { type MonthWindow, windowFigures } from './window-figures.ts';

/** A category's stores count in it and in the category above it, which serves where a group is too small. */
const GROUPS = Object.entries(CATEGORIES).flatMap(([category, { parent }]) =>
  parent === null
    ? [{ category, group: category }]
    : [category, parent].map((group) => ({ category, group })),
);

/** The category above; null at the root, and for a code that the tree does not know. */
export const parentOf = (category: string): string | null =>
  isCategory(category) ? CATEGORIES[category].parent : null;

const EVERY_STORE = Prisma.sql`true`;

/** Replaces the benchmarks of one window: two statements, however many stores there are. Two processes take turns. */
export const benchmarksMade = (window: MonthWindow, at: Date): readonly Prisma.Sql[] => [
  Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended('store benchmarks', 0))::text`,
  Prisma.sql`DELETE FROM store_benchmark WHERE month = ${window.month}::date AND months = ${window.months}::int`,
  Prisma.sql`
    WITH now AS (${windowFigures(window, EVERY_STORE)}),
      before AS (${windowFigures({ ...window, month: addMonths(window.month, -window.months) }, EVERY_STORE)}),
      compared AS (
        SELECT n.*, g."group", CASE WHEN b.net > 0 AND b.currency = n.currency THEN n.net / b.net - 1 END AS change
        FROM now n JOIN store s ON s.id = n.store_id
          JOIN jsonb_to_recordset(${JSON.stringify(GROUPS)}::jsonb) AS g(category text, "group" text)
            ON g.category = s.categories[1]
          LEFT JOIN before b ON b.store_id = n.store_id
        WHERE n.net > 0)
    INSERT INTO store_benchmark (month, months, category, currency, tier, stores, figures, made_at)
    SELECT ${window.month}::date, ${window.months}::int, "group", currency, tier, count(*),
      jsonb_build_object('median', ${factorsAt(0.5)}, 'topQuartile', ${factorsAt(0.75)},
        'disputeRate', sum(disputes) / nullif(sum(orders), 0), 'refundRate', sum(refunds) / nullif(sum(sold), 0),
        'onTimeShare', sum(on_time) / nullif(sum(shipped), 0),
        'dsr', jsonb_build_array(${rated('dsr_desc')}, ${rated('dsr_serv')}, ${rated('dsr_logi')}),
        'firstReplySeconds', ${at50('first_reply')}, 'turnover', ${at50('turnover')},
        'change', ${at50('change')}, 'changeStores', count(change)),
      ${at}::timestamptz
    FROM compared GROUP BY "group", currency, tier HAVING count(*) >= ${SMALLEST_GROUP}::int`,
];

const at50 = (figure: string): Prisma.Sql =>
  Prisma.raw(`percentile_cont(0.5) WITHIN GROUP (ORDER BY ${figure})`);

function factorsAt(share: number): Prisma.Sql {
  const quantile = (figure: string) => `percentile_cont(${share}) WITHIN GROUP (ORDER BY ${figure})`;
  return Prisma.raw(`jsonb_build_object('UV', ${quantile('f_uv')}, 'CVR', ${quantile('f_cvr')},
    'AOV', ${quantile('f_aov')}, 'KEEP', ${quantile('f_keep')})`);
}

const rated = (score: string): Prisma.Sql =>
  Prisma.raw(`sum(${score} * dsr_count) / nullif(sum(dsr_count) FILTER (WHERE ${score} IS NOT NULL), 0)`);
