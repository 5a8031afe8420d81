/** Draft values as people typed them, kept between pages, and the facts that they are judged against. */
import type { PrincipalId } from '../../people/principal.ts';
import type { IsoDate, ReportId, ServiceScope } from '../report.ts';
import type { Evidence } from './revision-fields.ts';

/** By input name: what was typed, chosen or attached. Nothing in it has been judged. */
export type FieldValues = Readonly<Record<string, string | readonly string[]>>;

export interface FieldFacts {
  /** In the provider's zone. */
  readonly today: IsoDate;
  /** Who fills the form in: named on the exceptions that it asks for. */
  readonly filledBy: PrincipalId;
  readonly serviceScope: readonly ServiceScope[];
  readonly reportingStart: IsoDate;
  /** Last day, inclusive. */
  readonly reportingEnd: IsoDate;
  readonly storeCategories: readonly string[];
  /** Contract numbers of the same pair's other reports. */
  readonly contractNosInUse: readonly string[];
  /** Principals of the provider who may be named as contacts. */
  readonly contacts: readonly PrincipalId[];
  /** Files uploaded and links given so far; the form names them by id or address. */
  readonly evidence: readonly Evidence[];
}

export interface RenewableReport {
  readonly id: ReportId;
  /** Last day, inclusive. */
  readonly reportingEnd: IsoDate;
}

export interface RequestFacts {
  /** In the store's zone. */
  readonly today: IsoDate;
  readonly filledBy: PrincipalId;
  /** Service items that the provider offers now. */
  readonly offeredServiceItemIds: readonly string[];
  /** Principals of the store who may be named as contacts. */
  readonly contacts: readonly PrincipalId[];
  /** Reports of the same pair. */
  readonly renewable: readonly RenewableReport[];
}
