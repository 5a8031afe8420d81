/** What the provider fills in, typed (domain-rules §4.2). Frozen as a revision when it is submitted. */
import type { PrincipalId } from '../../people/principal.ts';
import type { StandardLine } from '../quality-standards/line.ts';
import type { IsoDate, ReportRequest, RequestedException } from '../report.ts';

export const FEE_MODELS = ['FIXED', 'COMMISSION', 'MIXED', 'OTHER'] as const;
export type FeeModel = (typeof FEE_MODELS)[number];

interface Contact {
  readonly principalIds: readonly PrincipalId[];
  /** An e-mail address or a telephone number: reachable when the chat is not. */
  readonly outOfChat: string;
}

interface RelatedParty {
  readonly declared: boolean;
  /** How the two are related; null unless declared. */
  readonly text: string | null;
}

interface Team {
  readonly accountManager: string;
  /** At least one. */
  readonly backups: readonly string[];
  readonly headcount: {
    readonly operations: number;
    readonly customerService: number;
    readonly other: number;
  };
}

export interface EvidenceFile {
  readonly kind: 'FILE';
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly scan: 'CLEAN' | 'PENDING' | 'INFECTED';
}

export interface EvidenceLink {
  readonly kind: 'LINK';
  /** Always https. */
  readonly url: string;
}

export type Evidence = EvidenceFile | EvidenceLink;

export interface RevisionFields {
  readonly contractNo: string;
  readonly contractSignedOn: IsoDate;
  readonly contractStart: IsoDate;
  readonly contractEnd: IsoDate;
  readonly categories: readonly string[];
  readonly brands: readonly string[];
  readonly feeModel: FeeModel;
  /** Null unless the fee model is FIXED or MIXED. */
  readonly fixedFeeMinor: number | null;
  /** ISO 4217; null only where no amount is filed. */
  readonly currency: string | null;
  /** Basis points; null unless the fee model is COMMISSION or MIXED. */
  readonly commissionBp: number | null;
  readonly settlementRoute: 'OFFLINE';
  readonly gmvTargetMinor: number | null;
  /** A guarantee needs two staff approvals (domain-rules §3.4). */
  readonly gmvGuarantee: boolean;
  readonly team: Team;
  readonly contactProvider: Contact;
  /** Account roles, one each; never credentials. */
  readonly dataAccess: readonly string[];
  /** As typed; what counts is `effectiveNoticeDays`. */
  readonly terminationNoticeDays: number;
  readonly handoverDays: number;
  readonly relatedParty: RelatedParty;
  readonly qualityStandards: readonly StandardLine[];
  /** What QS14 measures; empty when QS14 has no target. */
  readonly deliverables: readonly string[];
  /** The provider's own wording of remedies; needs two staff approvals (domain-rules §3.4). */
  readonly ownRemedyText: string | null;
  readonly evidence: readonly Evidence[];
  readonly exceptions: readonly RequestedException[];
}

/** What the store fills in with its request; the rules G1-G4 on it live in `guards/`. */
export interface RequestFields extends ReportRequest {
  readonly contactStore: Contact;
  readonly relatedParty: RelatedParty;
}
