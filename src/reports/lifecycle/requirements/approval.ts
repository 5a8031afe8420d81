import { refuseReport } from '../refusals.ts';
import { secondApprovalReasons } from '../second-approval.ts';
import type { Check, Step } from '../table/row.ts';

/** §3.4: the first of two. Once somebody has put an approval forward the next one is the second, whatever the reasons are by then. */
export const needsSecondApproval = ({ report, event, context }: Step<'approve'>): boolean =>
  report.proposal === null &&
  secondApprovalReasons({ report, context, unsure: event.unsure === true }).length > 0;

/** T10 rather than T11 */
export const startsLater = ({ report, context }: Step<'approve'>): boolean =>
  report.request.reportingStart > context.today;

/** A second approver who is unsure returns the report or asks; two doubts do not make an approval. */
export const secondIsSure: Check<'approve'> = ({ report, event }) =>
  report.proposal !== null && event.unsure === true ? [refuseReport('second-must-be-sure', {})] : [];
