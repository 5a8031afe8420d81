/**
 * Bulk approval (domain-rules §3.5): cases that one person may approve and in which every automatic check is green. There is no
 * bulk rejection. The caller executes the eligible ones one by one, each in its own transaction.
 */
import { isRefused, ok, type Refusal, type Result } from '../../result.ts';
import type { Report } from '../report.ts';
import type { RuleSet } from '../rules.ts';
import type { Change } from './change.ts';
import type { DecisionContext } from './context.ts';
import { decide } from './decide.ts';
import { refuseReport } from './refusals.ts';

/** What was on the list that somebody ticked. */
export interface Shown {
  readonly stateSeq: number;
  readonly revisionHash: string | null;
}

/** Refused with reports.bulk-too-many: a list that nobody reads is not approved. */
export function bulkSize(count: number, rules: RuleSet): Refusal | null {
  return count <= rules.bulkMaximum ? null : refuseReport('bulk-too-many', { maximum: rules.bulkMaximum });
}

/**
 * One item of the list: the approval, or why it is left out. Refused with reports.bulk-changed, bulk-needs-two, bulk-not-green,
 * or whatever refuses its approval.
 */
export function bulkApproval(shown: Shown, report: Report, context: DecisionContext): Result<Change> {
  if (report.stateSeq !== shown.stateSeq || report.revisionHash !== shown.revisionHash) {
    return refuseReport('bulk-changed', {});
  }
  if (report.proposal !== null)
    return refuseReport('bulk-needs-two', { reasons: report.proposal.reason?.split(' ') });
  const result = decide(report, { type: 'approve' }, context);
  return isRefused(result) ? result : greenOnly(result.ok);
}

function greenOnly(change: Change): Result<Change> {
  if (change.transition === 'T10.first')
    return refuseReport('bulk-needs-two', { reasons: change.data.reasons });
  // Being late is the reviewer's own affair, not a check of the case.
  const warnings = change.warnings.filter(({ warned }) => warned !== 'reports.warned.late');
  if (warnings.length === 0) return ok(change);
  const checks = warnings.map(({ warned }) => warned.slice('reports.warned.'.length));
  return refuseReport('bulk-not-green', { checks });
}
