/** What can happen to a report, each with the little data that it needs. Who does it and when stands in the context. */
import type { Actor } from '../../people/principal.ts';
import type { IsoDate, Side } from '../report.ts';
import type { DeclineReason, EndGround, RejectionReason, RejectionRule, SuspensionCause } from './reasons.ts';

export interface FieldComment {
  /** A revision field (§4.2) or a quality standard's code (§5). */
  readonly field: string;
  readonly text: string;
}

type Nothing = Readonly<Record<never, never>>;

/** Event data by event type. */
export interface EventData {
  /** T2 */
  request: Nothing;
  /** T3 */
  accept: Nothing;
  /** T4; `text` is needed with OTHER only. */
  decline: { readonly reasonCode: DeclineReason; readonly text: string };
  /** T5; the hash of the canonical revision that is being frozen (§4.1). */
  submit: { readonly revisionHash: string };
  /** T6 */
  returnByStore: { readonly comments: readonly FieldComment[] };
  /** T7; `clickedHash` is the hash that the confirming person was shown. */
  confirm: {
    readonly clickedHash: string;
    readonly naTicks: readonly string[];
    readonly typedName: string;
  };
  /** T8 */
  returnByStaff: { readonly comments: readonly FieldComment[] };
  /** T9, there */
  askInformation: { readonly from: Side; readonly question: string };
  /** T9, back */
  answerInformation: { readonly answer: string };
  /** T10 and T11, and the first of two approvals (§3.4). `unsure` asks for a second one. */
  approve: { readonly unsure?: boolean };
  /** T12 */
  reject: { readonly reasonCode: RejectionReason; readonly text: string; readonly ruleId: RejectionRule };
  /** T25 */
  grantRound: Nothing;
  /** T15; first day on which the cooperation no longer stands. */
  giveNotice: { readonly effectiveOn: IsoDate };
  /** T16, first of the two sides; first day on which the cooperation no longer stands. */
  proposeEnd: { readonly date: IsoDate };
  /** T16, the other side, naming the date that it was shown. */
  agreeEnd: { readonly date: IsoDate };
  /** T17, by the side that gave notice */
  withdrawNotice: Nothing;
  /** T17, by the other side */
  consentToStay: Nothing;
  /** T19 */
  suspend: { readonly cause: SuspensionCause; readonly text: string };
  /** T20; `text` says how the cause was cured. */
  reinstate: { readonly text: string };
  /** T21, first person */
  proposeTermination: { readonly ground: EndGround; readonly text: string; readonly effectiveOn: IsoDate };
  /** T21, second person */
  confirmTermination: Nothing;
  /** T22 */
  withdraw: { readonly text?: string };
  /** A member of staff takes the case. */
  claim: Nothing;
  /** A lead hands the case to somebody; the sweep does it too when a review is long overdue (§12). */
  assign: { readonly to: Actor };
  /** The clock asks what is due: T13, T14, T18, T23, agreed ends, the draft's reminder and expiry. */
  tick: Nothing;
}

export type EventType = keyof EventData;
export type EventOf<E extends EventType> = { readonly type: E } & EventData[E];
export type ReportEvent = { [E in EventType]: EventOf<E> }[EventType];
