/**
 * What the rules must be told because it stands outside the report. The caller loads it; anything missing is a mistake of
 * the caller, never a refusal.
 */
import type { OrganisationId } from '../../people/principal.ts';
import type { IsoDate, ReportId, ReportState, ServiceScope } from '../report.ts';

export interface ProviderStanding {
  /** Last day of the recognition; null: never recognised. */
  readonly recognisedUntil: IsoDate | null;
  readonly barred: boolean;
  /** AT_RISK now, or suspended in the last two quarters (§3.4). */
  readonly watched: boolean;
}

/** Who stands behind the two parties (G5). */
export interface LegalEntities {
  readonly store: string;
  readonly provider: string;
  /** Known to the platform, whatever the parties declare. */
  readonly commonControl: boolean;
}

/** Another report of the same store (G4). */
export interface OtherReport {
  readonly id: ReportId;
  readonly storeId: OrganisationId;
  readonly providerId: OrganisationId;
  readonly state: ReportState;
  readonly serviceScope: readonly ServiceScope[];
  readonly primaryOperator: boolean;
  readonly reportingStart: IsoDate;
  readonly reportingEnd: IsoDate;
  /** First day on which that cooperation no longer stands, once an end is fixed. */
  readonly noticeEffectiveOn: IsoDate | null;
}

export interface Deposit {
  readonly availableMinor: number;
  readonly requiredMinor: number;
  readonly currency: string;
}

export interface Qualification {
  /** LICENCE, RECOGNITION, AUTHORISATION. */
  readonly kind: string;
  readonly validUntil: IsoDate;
}

export interface EvidenceFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string | null;
  readonly scanned: boolean;
  /** What the contract in it covers; null: not a contract, or not said. */
  readonly coversFrom: IsoDate | null;
  readonly coversUntil: IsoDate | null;
}

/** What the current revision says that the rules ask about. */
export interface RevisionFacts {
  /** Null until filled in. */
  readonly contractSignedOn: IsoDate | null;
  readonly relatedParty: 'NONE' | 'DECLARED' | null;
  readonly gmvGuarantee: boolean;
  /** The provider wrote a remedy of its own for some quality standard (§3.4). */
  readonly ownRemedyText: boolean;
  readonly terminationNoticeDays: number;
}

/** How far the waiting has gone (T23). */
export interface Waiting {
  /** SLA end + the grace period, on the calendar of whoever must act; null: nothing runs. */
  readonly lapseAt: Date | null;
  /** Reminders of this state that arrived; one that failed to deliver does not count. */
  readonly remindersDelivered: number;
}

export interface ReportFacts {
  readonly provider: ProviderStanding;
  readonly legalEntities: LegalEntities;
  readonly otherReports: readonly OtherReport[];
  /** The day of T2 in the store's zone; null while a draft. */
  readonly requestedOn: IsoDate | null;
  readonly revision: RevisionFacts;
  /** Mandatory fields and standards without a value or a reason of N/A, by name (G6). */
  readonly blanks: readonly string[];
  /** What the store must tick one by one at T7: every N/A, and every standard whose remedy is NONE (§5). */
  readonly mustTick: readonly string[];
  readonly deposit: Deposit;
  readonly qualifications: readonly Qualification[];
  readonly evidence: readonly EvidenceFile[];
  /** An earlier report of the same pair was terminated for cause (§3.4). */
  readonly pairTerminatedForCause: boolean;
  readonly waiting: Waiting;
  readonly draftReminderSent: boolean;
}

export type FactName = keyof ReportFacts;
export type KnownFacts = Partial<ReportFacts>;

/** The fact, or a plain error that tells the caller what it forgot to load. */
export function known<F extends FactName>(facts: KnownFacts, name: F): ReportFacts[F] {
  const fact: ReportFacts[F] | undefined = facts[name];
  if (fact === undefined) {
    throw new Error(`The fact "${name}" is needed for this decision: load it with the case.`);
  }
  return fact;
}
