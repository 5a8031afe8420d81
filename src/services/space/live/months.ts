import type { App } from '../../../app.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { UnreadableFile } from '../../../ratings/actions/import/decode.ts';
import { importStoreMonths } from '../../../ratings/actions/import/import-store-months.ts';
import { readRows } from '../../../ratings/actions/import/read-rows.ts';
import { PROGRAMME_ZONE } from '../../../ratings/cycle/quarter.ts';
import { COLUMN_NAMES } from '../../../ratings/store-months/columns.ts';
import type { Figures, Rejection, StoreMonthRow } from '../../../ratings/store-months/row.ts';
import { today } from '../../../reports/periods.ts';
import { isRefused, ok, type Refusal, type Result, refuse, refuseAll } from '../../../result.ts';
import type { KeyHolder } from '../../access/actions/authenticate.ts';
import { sliceOf } from '../slice.ts';
import type { MonthLine, ProviderSpace, UploadedFile, UploadedMonths } from '../space.ts';
import { monthRefusal } from './month-refusal.ts';
import { EFFECTIVE_OR_OVER, notForProvider } from './served-months.ts';

type Months = Pick<ProviderSpace, 'storeMonths' | 'uploadMonths'>;
/** As many as somebody reads. */
const MOST_PROBLEMS = 100;

export function liveMonths(app: App, { providerId, person }: KeyHolder): Months {
  return {
    storeMonths: (wanted) => listMonths(app, providerId, wanted),
    uploadMonths: async (_asked, file) => {
      const problem = await firstProblems(app, providerId, file);
      if (problem) return problem;
      return imported(app, file, person.principalId);
    },
  };
}

/** The file is read twice: what is not the provider's to say must be known before anything is taken over. */
async function firstProblems(
  app: App,
  providerId: OrganisationId,
  file: UploadedFile,
): Promise<Refusal | null> {
  const rows: StoreMonthRow[] = [];
  try {
    for await (const line of readRows(once(file.bytes), today(app.clock.now(), PROGRAMME_ZONE))) {
      if ('storeId' in line) rows.push(line);
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return error.refusal;
    throw error;
  }
  const others = await app.database.query<{ line: number; storeId: string; code: string }>(
    notForProvider(providerId, rows),
  );
  return bundled(
    others
      .slice(0, MOST_PROBLEMS)
      .map(({ line, storeId, code }) => refuse(`access.${code}`, { line, storeId }, `line ${line}`)),
  );
}

async function imported(
  app: App,
  { name, bytes }: UploadedFile,
  by: string,
): Promise<Result<UploadedMonths>> {
  const rejected: Rejection[] = [];
  const done = await importStoreMonths(app, {
    ...{ name, source: once(bytes), from: 'UPLOAD', partial: false, by },
    onRejected: (rows) => rejected.push(...rows.slice(0, MOST_PROBLEMS - rejected.length)),
  });
  if (isRefused(done)) return done;
  const refusal = bundled(rejected.map(monthRefusal));
  if (refusal) return refusal;
  const { accepted, unchanged } = done.ok;
  return ok({ accepted, unchanged });
}

function bundled([first, ...others]: readonly Refusal[]): Refusal | null {
  return first ? refuseAll([first, ...others]) : null;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

interface Row {
  readonly store_id: string;
  readonly month: string;
  readonly version: number;
  readonly source: string;
  readonly figures: Readonly<Record<string, number | string | null>>;
}

/** Of the stores that the provider serves or served, for the months of the cooperation; by store, then by month. */
async function listMonths(
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
