/** Every refusal of the workflow, with the data that its message may name. Codes become `reports.<name>`. */
import { type Refusal, refuse } from '../../result.ts';

export const REPORT_REFUSALS = {
  // Whose turn, and what the case still allows
  'not-your-turn': ['waitsOn', 'state'],
  'not-in-this-state': ['state', 'states'],
  'case-closed': ['state'],
  'only-the-clock': [],
  'nothing-due': [],
  'revision-frozen': ['state'],
  // The record and older buttons; refused by the actions
  unknown: ['report'],
  'unknown-party': [],
  'already-decided': ['report', 'rule', 'state', 'by', 'at'],
  'moved-on': ['report'],
  'evidence-active-content': ['fileName'],
  'evidence-already-attached': ['fileName'],
  // G1
  'wrong-entrance': [],
  // G2
  'months-not-whole': ['period'],
  'too-few-months': ['period', 'months', 'minimum'],
  'too-many-months': ['period', 'months', 'maximum'],
  'reporting-outside-purchase': ['from', 'until'],
  'exception-text-too-short': ['exception', 'minimum'],
  // G3
  'start-in-past': ['start', 'today'],
  'back-date-too-far': ['start', 'earliest', 'days'],
  'back-date-contract-too-late': ['signedOn', 'start'],
  // G4
  overlap: ['report', 'from', 'until', 'scopes'],
  'overlap-elsewhere': ['scopes'],
  'second-primary-operator': ['report', 'from', 'until'],
  'second-primary-operator-elsewhere': [],
  'primary-needs-operations': [],
  // G5
  'provider-not-recognised': ['start', 'recognisedUntil'],
  'provider-never-recognised': [],
  'provider-barred': [],
  'same-legal-entity': ['entity'],
  'common-control-undeclared': [],
  // G6
  blank: ['field'],
  // G7
  'deposit-short': ['missing', 'required'],
  // G8
  'qualification-not-valid': ['kind', 'validUntil', 'day'],
  'qualification-missing': [],
  // G9
  'contract-missing': [],
  'evidence-wrong-type': ['fileName'],
  'evidence-too-large': ['fileName', 'maximumMegabytes'],
  'evidence-not-scanned': ['fileName'],
  'evidence-dates': ['from', 'until'],
  // Returns and texts
  'no-rounds-left': ['rounds'],
  'round-still-left': ['left'],
  'comment-needed': [],
  'comment-empty': ['field'],
  'text-too-short': ['minimum'],
  'answer-missing': [],
  // Confirmation
  'hash-changed': ['shown', 'current'],
  'not-ticked': ['item'],
  'typed-name-missing': [],
  // Approval
  'lead-needed': [],
  'second-must-be-sure': [],
  'already-assigned': [],
  'assignee-not-staff': [],
  'assignee-not-independent': [],
  // Ends
  'not-a-date': ['value'],
  'notice-too-short': ['days', 'minimum', 'earliest'],
  'end-already-fixed': ['date'],
  'end-in-past': ['date', 'today'],
  'end-after-period': ['date', 'reportingEnd'],
  'no-proposal': [],
  'waits-for-other-side': ['waitsOn'],
  'waits-for-second-person': [],
  'same-date-proposed': ['date'],
  'other-date-proposed': ['date'],
  'notice-not-yours': ['side'],
  'notice-took-effect': ['date'],
  'cure-time-left': ['until'],
  'platform-notice-too-short': ['minimum', 'earliest'],
  // Bulk approval
  'bulk-too-many': ['maximum'],
  'bulk-changed': [],
  'bulk-needs-two': ['reasons'],
  'bulk-not-green': ['checks'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ReportRefusal = keyof typeof REPORT_REFUSALS;
export type ReportRefusalData<C extends ReportRefusal> = Readonly<
  Record<(typeof REPORT_REFUSALS)[C][number], unknown>
>;

/** A refusal whose data the message can rely on; `field` names the input that it belongs beside. */
export function refuseReport<C extends ReportRefusal>(
  code: C,
  data: ReportRefusalData<C>,
  field?: string,
): Refusal {
  return refuse(`reports.${code}`, data, field);
}

/** Said beside a result, never in its way. Codes become `reports.warned.<name>`. */
export const REPORT_WARNINGS = {
  late: ['due'],
  'deposit-short': ['missing', 'required'],
  'qualification-expires': ['kind', 'validUntil'],
  'second-approval': ['reasons'],
  'ends-before-notice': ['reportingEnd'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ReportWarning = keyof typeof REPORT_WARNINGS;

export interface Warning {
  readonly warned: `reports.warned.${ReportWarning}`;
  readonly data: Readonly<Record<string, unknown>>;
}

export function warn<C extends ReportWarning>(
  code: C,
  data: Readonly<Record<(typeof REPORT_WARNINGS)[C][number], unknown>>,
): Warning {
  return { warned: `reports.warned.${code}`, data };
}
