/** What a decision gives back: data for the one transaction that writes it. Nothing here is written or sent by itself. */
import type { PrincipalId } from '../../people/principal.ts';
import type { IsoDate, Report, ReportState, Side } from '../report.ts';
import type { RuleSet } from '../rules.ts';
import type { FieldComment } from './events.ts';
import type { Warning } from './refusals.ts';
import type { TransitionId } from './table/ids.ts';

/** Whose working calendar a deadline is computed on. */
export type CalendarOf = Side | 'platform';

/**
 * What the caller does with `next.deadline` and `next.pausedMinutes`; it owns the calendar arithmetic.
 * keep: leave both. stop: no deadline (already null in `next`). start: a new deadline from now.
 * pause-and-start: put what is left of the running clock into `pausedMinutes`, then start the answering side's clock.
 * resume: a deadline `pausedMinutes` from now, then `pausedMinutes = null`.
 */
export type ClockInstruction =
  | { readonly do: 'keep' }
  | { readonly do: 'stop' }
  | { readonly do: 'start'; readonly businessDays: number; readonly calendarOf: CalendarOf }
  | { readonly do: 'start'; readonly calendarDays: number; readonly calendarOf: CalendarOf }
  | { readonly do: 'pause-and-start'; readonly businessDays: number; readonly calendarOf: CalendarOf }
  | { readonly do: 'resume'; readonly calendarOf: 'platform' };

export const VERDICTS = [
  'FIRST_APPROVAL',
  'APPROVED',
  'REJECTED',
  'SUSPENDED',
  'REINSTATED',
  'TERMINATED',
] as const;
export type Verdict = (typeof VERDICTS)[number];

interface Authored {
  readonly actor: PrincipalId | 'clock';
  /** Whom the actor stood in for, nearest first. */
  readonly onBehalfOf: readonly PrincipalId[];
  readonly at: Date;
}

/** The rows that the transition leaves behind besides the report itself (domain-rules §4.3). */
export type ChangeRecord =
  | (Authored & { readonly record: 'RULES'; readonly rules: RuleSet })
  /** The chosen service items as they read now (T2). */
  | (Authored & { readonly record: 'ITEM_SNAPSHOT'; readonly serviceItemIds: readonly string[] })
  | (Authored & {
      readonly record: 'REVISION';
      readonly revision: number;
      readonly hash: string;
      readonly editors: readonly PrincipalId[];
    })
  | (Authored & {
      readonly record: 'CONFIRMATION';
      readonly revision: number;
      readonly hash: string;
      readonly typedName: string;
      readonly naTicks: readonly string[];
    })
  /** Every confirmation of this revision or an older one no longer counts (T24). */
  | (Authored & { readonly record: 'CONFIRMATIONS_VOID'; readonly upToRevision: number })
  | (Authored & {
      readonly record: 'DECISION';
      readonly verdict: Verdict;
      readonly revision: number;
      readonly hash: string | null;
      /** The first of the two, where two decided; `actor` is then the second. */
      readonly firstActor: PrincipalId | null;
      /** Why two were needed, or which rule a rejection or suspension rests on. */
      readonly ruleIds: readonly string[];
      readonly reason: string | null;
    })
  | (Authored & {
      readonly record: 'COMMENTS';
      readonly kind: 'RETURN' | 'QUESTION' | 'ANSWER';
      readonly revision: number;
      /** `field` is empty for a question or an answer. */
      readonly comments: readonly FieldComment[];
    });

/** Work that the transition opens elsewhere; `dueOn` is a calendar date in the store's zone. */
export type FollowUp =
  | { readonly task: 'OFFER_SIMILAR_PROVIDERS' }
  | { readonly task: 'OPEN_HANDOVER' }
  | { readonly task: 'CLOSE_HANDOVER_WITH_FINDINGS' }
  | { readonly task: 'REVOKE_ACCESS' }
  | { readonly task: 'FIX_RENEWAL_OUTCOME'; readonly dueOn: IsoDate }
  | {
      readonly task: 'RENEW_QUALIFICATION';
      readonly dueOn: IsoDate;
      readonly kind: string;
      readonly validUntil: IsoDate;
    }
  | { readonly task: 'OFFER_COPY_TO_NEW_REQUEST' }
  | { readonly task: 'REMIND_OF_DRAFT' }
  | { readonly task: 'DELETE_DRAFT' };

/** `former`: whoever had the case until this change, and has it no more. */
export type Audience = 'store' | 'provider' | 'reviewers' | 'former' | 'leads';

export interface Change {
  readonly transition: TransitionId;
  /** Null where the case is opened. */
  readonly from: ReportState | null;
  /** `stateSeq` is one more than before; `deadline` as `clock` says. */
  readonly next: Report;
  readonly clock: ClockInstruction;
  readonly records: readonly ChangeRecord[];
  readonly followUps: readonly FollowUp[];
  readonly warnings: readonly Warning[];
  readonly tell: readonly Audience[];
  /** What the history shows of this step: codes, dates, texts. */
  readonly data: Readonly<Record<string, unknown>>;
}
