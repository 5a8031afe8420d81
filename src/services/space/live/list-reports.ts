import type { App } from '../../../app.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { ReportState } from '../../../reports/report.ts';
import { sliceOf } from '../slice.ts';
import type { ReportSummary, Slice, Wanted } from '../space.ts';

interface Row extends Omit<ReportSummary, 'store'> {
  readonly storeId: string;
  readonly storeName: string;
  readonly createdAt: string;
}

/** Those of a provider, newest first: what a store has not sent yet is its own affair. */
export async function listReports(
  { database }: Pick<App, 'database'>,
  providerId: OrganisationId,
  { limit, after, states }: Wanted & { readonly states: readonly ReportState[] },
): Promise<Slice<ReportSummary>> {
  const [createdAt, id] = after ?? [];
  const from =
    createdAt === undefined || id === undefined
      ? Prisma.empty
      : Prisma.sql`AND (r.created_at, r.id) < (${createdAt}::timestamptz, ${id})`;
  const inStates =
    states.length === 0 ? Prisma.empty : Prisma.sql`AND r.state IN (${Prisma.join([...states])})`;
  const rows = await database.query<Row>(Prisma.sql`
    SELECT r.id, r.state, r.state_seq AS "stateSeq", r.store_id AS "storeId", s.name AS "storeName",
      r.reporting_start::text AS "reportingStart", r.reporting_end::text AS "reportingEnd", r.revision,
      r.revision_hash AS "revisionHash", r.deadline_at AS "deadlineAt", r.created_at::text AS "createdAt"
    FROM (
      SELECT * FROM report r
      WHERE r.provider_id = ${providerId} AND jsonb_array_length(r.item_snapshot) > 0 ${inStates} ${from}
      ORDER BY r.created_at DESC, r.id DESC LIMIT ${limit + 1}::int) r
    JOIN organisation s ON s.id = r.store_id ORDER BY r.created_at DESC, r.id DESC`);
  const { items, next } = sliceOf(rows, limit, (row) => [row.createdAt, row.id]);
  return { items: items.map(summary), next };
}

const summary = ({ storeId, storeName, createdAt: _, ...row }: Row): ReportSummary => ({
  ...row,
  store: { id: storeId, name: storeName },
});
