import { Prisma } from '../../platform/database/generated/client.ts';
import type { Report } from '../report.ts';
import { DEFAULT_RULES } from '../rules.ts';
import { json } from './report-columns.ts';
import type { StoreDetails } from './rows.ts';

const DAY_MS = 86_400_000;

/** A new draft and the first row of its history. */
export function insertReport(
  report: Report,
  details: StoreDetails,
  { actor, at }: { readonly actor: string; readonly at: Date },
): Prisma.Sql[] {
  return [
    Prisma.sql`
      INSERT INTO report (id, store_id, provider_id, entry_channel, state, state_seq, state_since, rounds_allowed,
        all_editors, rules, wake_at, created_at, ${REQUEST_COLUMNS})
      VALUES (${report.id}, ${report.storeId}, ${report.providerId}, ${report.entryChannel}, ${report.state},
        ${report.stateSeq}, ${at}, ${report.roundsAllowed}, ${[...report.allEditors]}, ${json(DEFAULT_RULES)},
        ${new Date(at.getTime() + DEFAULT_RULES.draftReminderDays * DAY_MS)}, ${at},
        ${requestValues(report, details)})`,
    Prisma.sql`
      INSERT INTO transition (report_id, state_seq, rule, from_state, to_state, actor, at)
      VALUES (${report.id}, ${report.stateSeq - 1}, 'T1', NULL, ${report.state}, ${actor}, ${at})`,
  ];
}

/** The columns that hold what the store chose; they may change only while the report is a draft. */
const REQUEST_COLUMNS = Prisma.sql`service_item_ids, service_scope, primary_operator, purchase_start, purchase_months,
  reporting_start, reporting_months, reporting_end, exceptions, renews_report_id, store_details`;

function requestValues({ request, reportingEnd }: Report, details: StoreDetails): Prisma.Sql {
  return Prisma.sql`${[...request.serviceItemIds]}, ${[...request.serviceScope]}, ${request.primaryOperator},
    ${request.purchaseStart}::date, ${request.purchaseMonths}, ${request.reportingStart}::date,
    ${request.reportingMonths}, ${reportingEnd}::date, ${json(request.exceptions)}, ${request.renewsReportId},
    ${json(details)}`;
}

/** The store changes its draft: aborts with `stale` when the request has been sent meanwhile. */
export function updateRequest(before: Report, after: Report, details: StoreDetails): Prisma.Sql {
  return Prisma.sql`
    WITH changed AS (
      UPDATE report SET (${REQUEST_COLUMNS}) = ROW (${requestValues(after, details)}),
        all_editors = ${[...after.allEditors]}, state_seq = ${before.stateSeq + 1}
      WHERE id = ${before.id} AND state = 'DRAFT' AND state_seq = ${before.stateSeq} RETURNING id)
    SELECT expect_rows((SELECT count(*) FROM changed), 1, 'stale')`;
}
