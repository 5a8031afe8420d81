import type { Category } from '../../directory/categories.ts';
import type { OrganisationId, PrincipalId } from '../../people/principal.ts';
import type { IsoDate, ServiceScope } from '../../reports/report.ts';
import type { OpportunityState } from '../lifecycle/states.ts';
import type { Band, Language, Market } from './vocabulary.ts';

/** What a brand looks for, as staff put it on record. */
export interface Need {
  readonly brand: string;
  /** The brand's own store; null while it is not in the directory. */
  readonly storeId: OrganisationId | null;
  readonly category: Category;
  readonly scopes: readonly ServiceScope[];
  readonly markets: readonly Market[];
  readonly languages: readonly Language[];
  readonly band: Band;
  readonly startsOn: IsoDate;
  /** The last day on which interest may be shown, on the programme's calendar. */
  readonly answerUntil: IsoDate;
  /** Providers learn the brand's name when they show interest, and not before. */
  readonly confidential: boolean;
  readonly details: string;
}

export interface Opportunity extends Need {
  readonly id: string;
  /** When `answerUntil` is over. */
  readonly dueAt: Date;
  readonly state: OpportunityState;
  readonly stateSeq: number;
  readonly postedBy: PrincipalId;
  readonly publishedAt: Date | null;
  readonly changedBy: PrincipalId;
  readonly changedAt: Date;
  /** When the first invitation round is over. */
  readonly wakeAt: Date | null;
  readonly rounds: number;
  readonly winner: OrganisationId | null;
  readonly reason: string | null;
}
