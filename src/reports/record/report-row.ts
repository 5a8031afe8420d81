import { ENTRY_CHANNELS, REPORT_STATES, type Report, type ReportState, SERVICE_SCOPES } from '../report.ts';
import { type RuleSet, ruleSetSchema } from '../rules.ts';
import type { ReportRow } from './rows.ts';

/** The head of the case as the rules see it. */
export function reportFromRow(row: ReportRow): Report {
  return {
    id: row.id,
    storeId: row.store_id,
    providerId: row.provider_id,
    entryChannel: one(ENTRY_CHANNELS, row.entry_channel),
    state: stateOf(row.state),
    stateSeq: row.state_seq,
    previousState: row.previous_state === null ? null : stateOf(row.previous_state),
    stateSince: new Date(row.state_since),
    request: requestFromRow(row),
    reportingEnd: row.reporting_end,
    revision: row.revision,
    revisionHash: row.revision_hash,
    rounds: row.rounds,
    roundsAllowed: row.rounds_allowed,
    infoFrom: row.info_from,
    deadline:
      row.deadline_at === null ? null : { at: new Date(row.deadline_at), estimated: row.deadline_estimated },
    pausedMinutes: row.paused_minutes,
    assignedTo: row.assigned_to,
    proposal: row.proposal && { ...row.proposal, at: new Date(row.proposal.at) },
    notice: row.notice && { ...row.notice, at: new Date(row.notice.at) },
    revisionEditors: row.revision_editors,
    allEditors: row.all_editors,
    createdAt: new Date(row.created_at),
  };
}

function requestFromRow(row: ReportRow): Report['request'] {
  return {
    serviceItemIds: row.service_item_ids,
    serviceScope: row.service_scope.map((scope) => one(SERVICE_SCOPES, scope)),
    primaryOperator: row.primary_operator,
    purchaseStart: row.purchase_start,
    purchaseMonths: row.purchase_months,
    reportingStart: row.reporting_start,
    reportingMonths: row.reporting_months,
    exceptions: row.exceptions,
    renewsReportId: row.renews_report_id,
  };
}

/** The rules that this case follows: its own snapshot, filled up where an older snapshot lacks a number. */
export const rulesFromRow = (row: ReportRow): RuleSet => ruleSetSchema.parse(row.rules);

export const stateOf = (value: string): ReportState => one(REPORT_STATES, value);

/** The value as one of the list; a database that holds another was written by a newer version of this program. */
export function one<T extends string>(known: readonly T[], value: string): T {
  const found = known.find((candidate) => candidate === value);
  if (found === undefined)
    throw new Error(`The record holds "${value}", which this version does not know: upgrade it.`);
  return found;
}
