/** What the record holds of one provider's quarter, as one row of the database says it. Figures are plain numbers. */
import type { Carried } from '../levels/cycle-level.ts';
import type { IncidentSeverity } from '../rules.ts';

/** Sums of a quarter: of a store, or of the stores of a category. GMV in minor units. */
export interface Sums {
  readonly orders: number;
  readonly shipped: number;
  readonly onTime: number;
  readonly disputes: number;
  readonly dsrCount: number;
  /** Weighed by the count. */
  readonly dsr: readonly [number, number, number];
}

/** One store's whole quarter, as it stands in the benchmarks. */
export interface StoreFact extends Sums {
  readonly category: string;
  readonly currency: string;
  readonly gmvNow: number;
  readonly gmvYearAgo: number | null;
  readonly gmvBefore: number | null;
}

/** What the provider's days with the store count for. */
export interface Bond extends Sums {
  readonly storeId: string;
  readonly related: boolean;
  readonly quarterMonths: number;
  readonly gmvNow: number;
  readonly gmvYearAgo: number | null;
  readonly gmvBefore: number | null;
  /** Null where the store has no month in the quarter. */
  readonly store: StoreFact | null;
}

export interface Survey {
  readonly storeId: string;
  readonly quarter: string;
  /** Of the four answers, 4 to 20. */
  readonly total: number;
}

export interface Fault {
  readonly id: string;
  readonly severity: IncidentSeverity | 'C' | 'L';
}

export interface ProviderFacts {
  readonly providerId: string;
  readonly stores: number;
  readonly storeMonths: number;
  readonly active: boolean;
  readonly scale: { readonly below: number; readonly equal: number; readonly group: number };
  readonly bonds: readonly Bond[];
  readonly surveys: readonly Survey[];
  readonly checks: { readonly met: number; readonly measured: number };
  readonly renewal: { readonly renewed: number; readonly eligible: number };
  readonly capability: {
    readonly staff: number;
    readonly certified: number;
    readonly assigned: number;
    readonly done: number;
    readonly apiDays: number;
    readonly healthyDays: number;
  } | null;
  readonly newStores: number;
  /** Decided in the quarter and upheld. */
  readonly faults: readonly Fault[];
  /** The quarter in which the latest upheld S1 was decided. */
  readonly lastS1: string | null;
  readonly carried: Carried | null;
}
