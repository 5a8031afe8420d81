/** What a quarter's score is computed from. A part that is missing is no evidence, which is never the same as bad. */
import type { IncidentSeverity } from '../rules.ts';

export interface SurveyAnswer {
  /** 0 is the quarter that is rated. */
  readonly quartersAgo: number;
  /** Of the four questions, 1 to 5. */
  readonly mean: number;
}

/** GMV in one currency, major or minor: only ratios and proportions count. */
export interface StoreGrowth {
  readonly gmv: number;
  readonly previous: number;
  /** What the store's peers made of the same time. */
  readonly peerRatio: number;
}

export interface Scale {
  /** Providers of the group with less bound-store GMV, and with the same (this one included). */
  readonly below: number;
  readonly equal: number;
  readonly group: number;
  /** In the trailing twelve months. */
  readonly storeMonths: number;
}

/** One store's quarter beside its category. Rates are shares of 1. */
export interface StoreExperience {
  /** Description, service, logistics. */
  readonly dsr: readonly [number, number, number];
  /** One average for all three, or each its own. */
  readonly categoryDsr: number | readonly [number, number, number];
  readonly disputes: number;
  readonly disputeBenchmark: number;
  readonly orders: number;
  /** As many as were ordered unless said otherwise. */
  readonly shipped?: number | undefined;
  readonly onTime: number;
  readonly onTimeBenchmark: number;
}

export interface Checks {
  readonly met: number;
  readonly measured: number;
}

export interface Renewal {
  readonly renewed: number;
  readonly eligible: number;
}

export interface Capability {
  /** Share of 1. */
  readonly certifiedShare: number;
  readonly tasksDone: number;
  readonly tasksAssigned: number;
  readonly apiHealthy: boolean;
  /** New to the platform, approved in two quarters. */
  readonly newStores: number;
}

/** What is taken off after the combination. */
export interface Faults {
  /** Upheld. */
  readonly complaints: number;
  /** In the quarter. */
  readonly storeMonths: number;
  readonly incidents: readonly IncidentSeverity[];
  readonly lateFilings: number;
}

export interface RatingEvidence {
  /** One list for each store. */
  readonly surveys?: readonly (readonly SurveyAnswer[])[] | undefined;
  readonly growth?: readonly StoreGrowth[] | undefined;
  readonly scale?: Scale | undefined;
  readonly experience?: readonly StoreExperience[] | undefined;
  readonly checks?: Checks | undefined;
  readonly renewal?: Renewal | undefined;
  readonly capability?: Capability | undefined;
  readonly deductions?: Faults | undefined;
  /** The score of the quarter before, as it was stored. */
  readonly previousQuarter?: number | null | undefined;
}
