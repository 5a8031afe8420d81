/** When one approval is not enough (domain-rules §3.4). */
import { hasException } from '../guards/guard.ts';
import { measuredFrom } from '../guards/start.ts';
import type { Report } from '../report.ts';
import type { DecisionContext } from './context.ts';
import { known } from './facts.ts';

export const SECOND_APPROVAL_CODES = [
  'SHORT_TERM',
  'BACK_DATED',
  'DEPOSIT_WAIVER',
  'RELATED_PARTY',
  'PROVIDER_WATCHED',
  'GMV_GUARANTEE',
  'OWN_REMEDY_TEXT',
  'PAIR_TERMINATED_FOR_CAUSE',
  'REVIEWER_UNSURE',
] as const;
export type SecondApprovalCode = (typeof SECOND_APPROVAL_CODES)[number];

export interface Approval {
  readonly report: Report;
  readonly context: DecisionContext;
  readonly unsure: boolean;
}

/** One line of §3.4 each. */
const REASONS: Readonly<Record<SecondApprovalCode, (approval: Approval) => boolean>> = {
  SHORT_TERM: ({ report: { request }, context: { rules } }) =>
    Math.min(request.purchaseMonths, request.reportingMonths) < rules.minimumMonths,
  BACK_DATED: ({ report, context }) =>
    hasException(report, 'BACK_DATED') || report.request.reportingStart < measuredFrom(context),
  DEPOSIT_WAIVER: ({ report }) => hasException(report, 'DEPOSIT_WAIVER'),
  RELATED_PARTY: ({ context: { facts } }) =>
    known(facts, 'revision').relatedParty === 'DECLARED' || known(facts, 'legalEntities').commonControl,
  PROVIDER_WATCHED: ({ context: { facts } }) => known(facts, 'provider').watched,
  GMV_GUARANTEE: ({ context: { facts } }) => known(facts, 'revision').gmvGuarantee,
  OWN_REMEDY_TEXT: ({ context: { facts } }) => known(facts, 'revision').ownRemedyText,
  PAIR_TERMINATED_FOR_CAUSE: ({ context: { facts } }) => known(facts, 'pairTerminatedForCause'),
  REVIEWER_UNSURE: ({ unsure }) => unsure,
};

/** Every reason that holds, in the order of §3.4; none: one approval is enough. */
export function secondApprovalReasons(approval: Approval): readonly SecondApprovalCode[] {
  return SECOND_APPROVAL_CODES.filter((code) => REASONS[code](approval));
}
