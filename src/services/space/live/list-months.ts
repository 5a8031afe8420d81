import type { App } from '../../../app.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { COLUMN_NAMES } from '../../../ratings/store-months/columns.ts';
import type { Figures } from '../../../ratings/store-months/row.ts';
import { sliceOf } from '../slice.ts';
import type { MonthLine, ProviderSpace } from '../space.ts';
import { EFFECTIVE_OR_OVER } from './served-months.ts';

interface Row {
  readonly store_id: string;
  readonly month: string;
  readonly version: number;
  readonly source: string;
  readonly figures: Readonly<Record<string, number | string | null>>;
}

/** Of the stores that the provider serves or served, for the months of the cooperation; by store, then by month. */
export async function listMonths(
  { database }: App,
  providerId: OrganisationId,
  { limit, after, storeId }: Parameters<ProviderSpace['storeMonths']>[0],
) {
  const [store, month] = after ?? [];
  const from =
    store === undefined || month === undefined
      ? Prisma.empty
      : Prisma.sql`AND (m.store_id, m.month) > (${store}, ${`${month}-01`}::date)`;
  const rows = await database.query<Row>(Prisma.sql`
    SELECT m.store_id, to_char(m.month, 'YYYY-MM') AS month, m.version, m.source, to_jsonb(m) AS figures
    FROM store_month m
    WHERE m.latest AND m.store_id IN (SELECT store_id FROM report WHERE provider_id = ${providerId})
      ${storeId === null ? Prisma.empty : Prisma.sql`AND m.store_id = ${storeId}`} ${from}
      AND EXISTS (SELECT FROM report r WHERE r.provider_id = ${providerId} AND r.store_id = m.store_id
        AND ${EFFECTIVE_OR_OVER} AND m.month >= date_trunc('month', r.reporting_start) AND m.month <= r.reporting_end)
    ORDER BY m.store_id, m.month LIMIT ${limit + 1}::int`);
  const { items, next } = sliceOf(rows, limit, (row) => [row.store_id, row.month]);
  return { items: items.map(monthLine), next };
}

const monthLine = ({ store_id, figures, ...row }: Row): MonthLine => ({
  ...row,
  storeId: store_id,
  figures: figuresOf(figures),
});

function figuresOf(row: Row['figures']): Figures {
  return Object.fromEntries(
    COLUMN_NAMES.flatMap((name) =>
      name === 'store_id' || name === 'month' || !(name in row) ? [] : [[name, row[name]]],
    ),
  );
}
