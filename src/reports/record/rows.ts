/** A case as the database hands it over in one statement: JSON, so instants and dates are text here. */
import type { RevisionFields } from '../fields/revision-fields.ts';
import type { IsoDate, Notice, Proposal, RequestedException, Side } from '../report.ts';

export interface ReportRow {
  readonly id: string;
  readonly store_id: string;
  readonly provider_id: string;
  readonly entry_channel: string;
  readonly state: string;
  readonly state_seq: number;
  readonly previous_state: string | null;
  readonly state_since: string;
  readonly service_item_ids: readonly string[];
  readonly item_snapshot: readonly ItemSnapshot[];
  readonly service_scope: readonly string[];
  readonly primary_operator: boolean;
  readonly purchase_start: IsoDate;
  readonly purchase_months: number;
  readonly reporting_start: IsoDate;
  readonly reporting_months: number;
  readonly reporting_end: IsoDate;
  readonly exceptions: readonly RequestedException[];
  readonly renews_report_id: string | null;
  readonly store_details: StoreDetails;
  readonly revision: number;
  readonly revision_hash: string | null;
  readonly rounds: number;
  readonly rounds_allowed: number;
  readonly info_from: Side | null;
  readonly deadline_at: string | null;
  readonly deadline_estimated: boolean;
  readonly paused_minutes: number | null;
  readonly assigned_to: string | null;
  readonly proposal: (Omit<Proposal, 'at'> & { at: string }) | null;
  readonly notice: (Omit<Notice, 'at'> & { at: string }) | null;
  readonly revision_editors: readonly string[];
  readonly all_editors: readonly string[];
  readonly rules: Readonly<Record<string, unknown>>;
  readonly created_at: string;
}

/** One chosen service item as it read when the request was sent (T2). */
export interface ItemSnapshot {
  readonly id: string;
  readonly name: string;
  readonly scope: string;
  readonly description: string;
  readonly version: number;
}

/** What the store says beside its choice: its contact and whether the two are related. */
export interface StoreDetails {
  readonly contactStore?: { readonly principalIds: readonly string[]; readonly outOfChat: string };
  readonly relatedParty?: { readonly declared: boolean; readonly text: string | null };
}

export interface PartyRow {
  readonly id: string;
  readonly name: string;
  readonly legal_entity: string;
  readonly country: string;
  readonly time_zone: string;
  readonly control_group: string | null;
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: string;
    readonly firstTask: { readonly reportId: string; readonly stateSeq: number } | null;
  }[];
}

export interface ProviderRow {
  readonly recognised_until: IsoDate;
  readonly barred_at: string | null;
  readonly deposit_available_minor: number;
  readonly deposit_currency: string;
  readonly watched_until: IsoDate | null;
}

export interface OtherReportRow {
  readonly id: string;
  readonly provider_id: string;
  readonly state: string;
  readonly service_scope: readonly string[];
  readonly primary_operator: boolean;
  readonly reporting_start: IsoDate;
  readonly reporting_end: IsoDate;
  readonly notice_effective_on: IsoDate | null;
}

export interface EvidenceRow {
  readonly id: string;
  readonly side: Side;
  readonly file_name: string;
  readonly media_type: string;
  readonly size_bytes: number;
  readonly sha256: string;
  readonly link: string | null;
  readonly covers_from: IsoDate | null;
  readonly covers_until: IsoDate | null;
  readonly scanned_at: string | null;
}

export interface RevisionRow {
  readonly number: number;
  readonly hash: string;
  readonly fields: RevisionFields;
}

export interface DraftRow {
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly editors: readonly string[];
}

export interface ConfirmationRow {
  readonly revision: number;
  readonly principal_id: string;
  readonly typed_name: string;
  readonly at: string;
}

export interface CommentRow {
  readonly kind: 'RETURN' | 'QUESTION' | 'ANSWER' | 'NOTE';
  readonly revision: number;
  readonly field: string | null;
  readonly text: string;
  readonly author: string;
  readonly on_behalf_of: string | null;
  readonly at: string;
}

export interface DelegationRow {
  readonly id: string;
  readonly organisationId: string;
  readonly role: string;
  readonly delegator: string;
  readonly delegate: string | null;
  readonly reportId: string | null;
  readonly from: string;
  readonly until: string;
}

export interface CaseRow {
  readonly report: ReportRow;
  readonly store: PartyRow;
  readonly store_categories: readonly string[];
  readonly provider: PartyRow;
  readonly standing: ProviderRow;
  readonly offered_items: readonly ItemSnapshot[];
  readonly qualifications: readonly { readonly kind: string; readonly valid_until: IsoDate }[];
  readonly others: readonly OtherReportRow[];
  readonly evidence: readonly EvidenceRow[];
  readonly current: RevisionRow | null;
  readonly draft: DraftRow | null;
  readonly confirmation: ConfirmationRow | null;
  readonly contract_nos: readonly string[];
  readonly terminated_for_cause: boolean;
  readonly requested_at: string | null;
  readonly staff: PartyRow['people'];
  readonly delegations: readonly DelegationRow[];
  readonly comments: readonly CommentRow[];
  readonly reminders_delivered: number;
  readonly draft_reminder_sent: boolean;
  readonly webhooks: boolean;
}
