import type { TypedItem } from '../../directory/actions/items/item-fields.ts';
import type { ServiceItem } from '../../directory/records/service-item.ts';
import type { Level } from '../../ratings/levels/level.ts';
import type { Dimension } from '../../ratings/rules.ts';
import type { Figures } from '../../ratings/store-months/row.ts';
import type { FieldValues } from '../../reports/fields/field-values.ts';
import type { IsoDate, ReportState } from '../../reports/report.ts';
import type { Refusal, Result } from '../../result.ts';

/** A part of a list, and where the next part begins; null: this was the last. */
export interface Slice<T> {
  readonly items: readonly T[];
  readonly next: Position | null;
}

/** Where a list goes on: the sorting values of the last item that was given. */
export type Position = readonly string[];

export interface Wanted {
  readonly limit: number;
  readonly after: Position | null;
}

export interface ReportSummary {
  readonly id: string;
  readonly state: ReportState;
  readonly stateSeq: number;
  readonly store: { readonly id: string; readonly name: string };
  readonly reportingStart: IsoDate;
  readonly reportingEnd: IsoDate;
  readonly revision: number;
  readonly revisionHash: string | null;
  readonly deadlineAt: Date | null;
}

export interface ReportDetails extends ReportSummary {
  readonly serviceScope: readonly string[];
  readonly serviceItems: readonly { readonly id: string; readonly name: string }[];
  readonly purchaseStart: IsoDate;
  readonly purchaseMonths: number;
  readonly reportingMonths: number;
  readonly draft: FieldValues;
  readonly blanks: readonly string[];
  readonly evidence: readonly EvidenceLine[];
  readonly comments: readonly { readonly field: string | null; readonly text: string; readonly at: string }[];
  /** Of the store: names, and how to reach them outside of the chat. */
  readonly contacts: { readonly names: readonly string[]; readonly outOfChat: string | null };
}

export interface EvidenceLine {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
}

export interface SavedDraft {
  readonly draft: FieldValues;
  /** Mandatory inputs that are still blank. */
  readonly blanks: readonly string[];
  /** What was kept, although it cannot be submitted so. */
  readonly problems: readonly Refusal[];
}

export interface MonthLine {
  readonly storeId: string;
  /** `YYYY-MM` */
  readonly month: string;
  readonly version: number;
  readonly source: string;
  readonly figures: Figures;
}

export interface UploadedMonths {
  readonly accepted: number;
  readonly unchanged: number;
}

export interface RatingView {
  readonly level: Level;
  readonly quarter: string;
  readonly version: number;
  /** Null: a preview. */
  readonly publishedAt: Date | null;
  readonly score: number | null;
  readonly published: number | null;
  readonly coverage: number;
  readonly dimensions: readonly RatedDimension[];
  readonly deductions: Readonly<Record<'complaints' | 'incidents' | 'lateFilings' | 'total', number>>;
  /** Cases behind the deductions. */
  readonly cases: readonly string[];
  readonly next: {
    readonly level: Level;
    readonly missingPoints: number;
    readonly gates: readonly string[];
  } | null;
  readonly steps: readonly { readonly code: string; readonly gain: number }[];
  readonly trend: readonly { readonly quarter: string; readonly published: number | null }[];
}

export interface RatedDimension {
  readonly dimension: Dimension;
  readonly weight: number;
  readonly score: number | null;
  readonly evidenced: boolean;
}

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Marks one request in the audit trail. */
export interface Asked {
  readonly requestId: string;
}

/**
 * What a provider's own system reads and writes: the record in the live mode, a sample of its own in the sandbox. Both
 * judge by the same rules and refuse with the same codes.
 */
export interface ProviderSpace {
  items(wanted: Wanted): Promise<Slice<ServiceItem>>;
  addItem(asked: Asked, item: TypedItem): Promise<Result<ServiceItem>>;
  changeItem(asked: Asked, target: ItemVersion, item: TypedItem): Promise<Result<ServiceItem>>;
  withdrawItem(asked: Asked, target: ItemVersion): Promise<Result<ServiceItem>>;

  reports(wanted: Wanted & { readonly states: readonly ReportState[] }): Promise<Slice<ReportSummary>>;
  report(id: string): Promise<Result<ReportDetails>>;
  saveDraft(asked: Asked, reportId: string, values: FieldValues): Promise<Result<SavedDraft>>;
  /** @param stateSeq of the case as the caller knows it */
  submit(asked: Asked, reportId: string, stateSeq: number): Promise<Result<ReportDetails>>;
  attach(asked: Asked, reportId: string, file: UploadedFile): Promise<Result<EvidenceLine>>;

  storeMonths(wanted: Wanted & { readonly storeId: string | null }): Promise<Slice<MonthLine>>;
  uploadMonths(asked: Asked, file: UploadedFile): Promise<Result<UploadedMonths>>;

  rating(): Promise<Result<RatingView>>;
}

export interface ItemVersion {
  readonly id: string;
  readonly version: number;
}
