import { isRefused, type Refusal, refusalsOf } from '../../result.ts';
import { draftValues, fieldFacts } from '../actions/filled.ts';
import { assembleRevision } from '../fields/assemble-revision.ts';
import { blankStandards } from '../fields/blanks.ts';
import { providerPages } from '../fields/forms.ts';
import type { PageId } from '../fields/page.ts';
import { type BlankCost, blankCost } from '../quality-standards/blank-cost.ts';
import type { Case } from '../record/case.ts';

export interface PageReadiness {
  readonly id: PageId;
  /** Message key. */
  readonly title: string;
  /** What stands between this page and the submission. */
  readonly refusals: readonly Refusal[];
}

export interface Readiness {
  readonly pages: readonly PageReadiness[];
  /** What each blank standard will cost, those that may stay blank included. */
  readonly blanks: readonly BlankCost[];
  readonly ready: boolean;
}

/** How far the provider's draft is, page by page, and what its blanks will cost (domain-rules §3.3 G6, §5). */
export function readinessOf(parties: Case, filledBy: string, now: Date): Readiness {
  const scopes = parties.report.request.serviceScope;
  const values = draftValues(parties);
  const assembled = assembleRevision(values, fieldFacts(parties, filledBy, now));
  const refusals = isRefused(assembled) ? refusalsOf(assembled) : [];
  return {
    pages: providerPages(scopes).map(({ id, title, fields }) => {
      const names = new Set(fields.map(({ name }) => name));
      return { id, title, refusals: refusals.filter(({ field }) => field !== undefined && names.has(field)) };
    }),
    blanks: blankCost(blankStandards(values, scopes), scopes),
    ready: refusals.length === 0,
  };
}
