/**
 * The cooperation report as the rules see it: the head of one case. What a provider filled in lives in revisions
 * (`revision.ts`); what may happen next lives in `lifecycle/`.
 */
import type { OrganisationId, PrincipalId, Role } from '../people/principal.ts';

export const REPORT_STATES = [
  'DRAFT',
  'REQUESTED',
  'FILLING',
  'STORE_CONFIRM',
  'STAFF_REVIEW',
  'INFO_REQUESTED',
  'SCHEDULED',
  'ACTIVE',
  'SUSPENDED',
  'NOTICE',
  'EXPIRED',
  'TERMINATED',
  'DECLINED',
  'WITHDRAWN',
  'LAPSED',
  'REJECTED',
] as const;
export type ReportState = (typeof REPORT_STATES)[number];

export const ENTRY_CHANNELS = ['REPORT', 'QUOTATION', 'ONLINE_PAYMENT'] as const;
export type EntryChannel = (typeof ENTRY_CHANNELS)[number];

export const SERVICE_SCOPES = [
  'OPERATIONS',
  'CUSTOMER_SERVICE',
  'MARKETING',
  'DESIGN',
  'WAREHOUSE_LOGISTICS',
  'LIVE_CONTENT',
  'TECHNOLOGY',
  'FULL',
] as const;
export type ServiceScope = (typeof SERVICE_SCOPES)[number];

/** `CR-<year>-<6 digits>` (domain-rules §4.1). */
export type ReportId = string;
/** A calendar date without a zone, `YYYY-MM-DD`. */
export type IsoDate = string;
export type Side = 'store' | 'provider';

/** Why a report needs something that the ordinary rules refuse (domain-rules §3.3, §4.2). */
export const EXCEPTION_CODES = [
  'SEASONAL',
  'TRIAL',
  'CONTRACT_REMAINDER',
  'BACK_DATED',
  'DEPOSIT_WAIVER',
  'EVIDENCE_DATES',
] as const;
export type ExceptionCode = (typeof EXCEPTION_CODES)[number];

export interface RequestedException {
  readonly code: ExceptionCode;
  /** At least 20 characters. */
  readonly text: string;
  readonly requestedBy: PrincipalId;
}

/** What the store chose: fixed from REQUESTED on (domain-rules §4.2, rows filled by the store). */
export interface ReportRequest {
  readonly serviceItemIds: readonly string[];
  readonly serviceScope: readonly ServiceScope[];
  readonly primaryOperator: boolean;
  readonly purchaseStart: IsoDate;
  readonly purchaseMonths: number;
  readonly reportingStart: IsoDate;
  readonly reportingMonths: number;
  readonly exceptions: readonly RequestedException[];
  readonly renewsReportId: ReportId | null;
}

/** Something one side or one reviewer has put forward and a second person must join in (T16, T17, T21, T10 with §3.4). */
export interface Proposal {
  readonly kind: 'MUTUAL_END' | 'WITHDRAW_NOTICE' | 'END_SUSPENDED' | 'APPROVE';
  readonly by: PrincipalId;
  /** For whom `by` did it, nearest first. */
  readonly onBehalfOf: readonly PrincipalId[];
  /** Everybody whose prohibitions `by` carried: a second person may be none of them either (SOD-3, SOD-5). */
  readonly carries?: readonly PrincipalId[];
  /** In which role it was put forward: one of two approvers must be a lead. */
  readonly role: Role;
  /** Null for staff. */
  readonly side: Side | null;
  readonly at: Date;
  /** First day on which the cooperation would no longer stand; null where the proposal has none. */
  readonly date: IsoDate | null;
  readonly reason: string | null;
}

/**
 * An end that is fixed and waits for its day: notice by one side (T15), an agreed later date (T16), or a platform
 * termination whose notice still runs (T21). Only UNILATERAL makes the state NOTICE.
 */
export const NOTICE_KINDS = ['UNILATERAL', 'AGREED', 'PLATFORM'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export interface Notice {
  readonly kind: NoticeKind;
  readonly givenBy: PrincipalId;
  /** Who gave or first proposed it; null for the platform. */
  readonly side: Side | null;
  readonly at: Date;
  /** First day on which the cooperation no longer stands. */
  readonly effectiveOn: IsoDate;
}

/** The clock of the waiting state. `at` is an instant in UTC; paused clocks keep what is left instead. */
export interface Deadline {
  readonly at: Date;
  /** The year's holiday notice was missing, weekends were used (domain-rules §2). */
  readonly estimated: boolean;
}

export interface Report {
  readonly id: ReportId;
  readonly storeId: OrganisationId;
  readonly providerId: OrganisationId;
  readonly entryChannel: EntryChannel;
  readonly state: ReportState;
  /** Increases by one with every change of the case; what a button compares (domain-rules §3.6). */
  readonly stateSeq: number;
  /** Where SUSPENDED and INFO_REQUESTED return to. */
  readonly previousState: ReportState | null;
  readonly stateSince: Date;
  readonly request: ReportRequest;
  /** Last day, inclusive; derived from start and months. */
  readonly reportingEnd: IsoDate;
  /** Zero until the provider has submitted once. */
  readonly revision: number;
  readonly revisionHash: string | null;
  /** Returns so far (T6, T8), and how many are allowed: three, one more for each that a lead grants (T25). */
  readonly rounds: number;
  readonly roundsAllowed: number;
  /** Which side INFO_REQUESTED waits on. */
  readonly infoFrom: Side | null;
  readonly deadline: Deadline | null;
  /** Business minutes left on a paused staff clock. */
  readonly pausedMinutes: number | null;
  readonly assignedTo: PrincipalId | null;
  readonly proposal: Proposal | null;
  readonly notice: Notice | null;
  /** Principals who edited or submitted the current revision for the provider (SOD-1), and anyone who ever edited (SOD-2). */
  readonly revisionEditors: readonly PrincipalId[];
  readonly allEditors: readonly PrincipalId[];
  readonly createdAt: Date;
}

/** In these the cooperation is on record, and its days count (domain-rules §7.1). */
export const EFFECTIVE_STATES: readonly ReportState[] = ['ACTIVE', 'NOTICE'];

export const isEffective = (state: ReportState | null): boolean =>
  state !== null && EFFECTIVE_STATES.includes(state);

export const TERMINAL_STATES: readonly ReportState[] = [
  'EXPIRED',
  'TERMINATED',
  'DECLINED',
  'WITHDRAWN',
  'LAPSED',
  'REJECTED',
];
