/** One page of a form as it was sent: what is wrong is told beside its input, what is blank may wait (domain-rules §4.2). */
import { ok, type Refusal, type Result, refuse, refuseAll } from '../../result.ts';
import { blanksOf, requestBlanksOf } from './blanks.ts';
import type { FieldFacts, FieldValues, RequestFacts } from './field-values.ts';
import { providerPages, storePages } from './forms.ts';
import type { FormPage } from './page.ts';
import { providerRefusals } from './reading/provider.ts';
import { requestRefusals } from './reading/request.ts';
import { storableValues } from './typed/clean.ts';

export interface ParsedPage {
  /** This page's inputs, ready to be kept with the draft. */
  readonly values: FieldValues;
  /** Mandatory inputs of this page that are still blank: no refusal before submission. */
  readonly blanks: readonly string[];
}

/**
 * Judges one page of the provider's form against the whole draft (`raw` holds every page, this one as just typed).
 * Refuses with `fields.*` and `standards.*` codes, each beside its input; `fields.unknown-page` when the scope has none such.
 */
export function parsePage(page: string, raw: FieldValues, facts: FieldFacts): Result<ParsedPage> {
  const found = providerPages(facts.serviceScope).find(({ id }) => id === page);
  if (found === undefined) return refuse('fields.unknown-page', { page });
  return judged(found, raw, {
    refusals: providerRefusals(raw, facts),
    blanks: blanksOf(raw, facts.serviceScope),
  });
}

/** As {@link parsePage}, for the store's request. */
export function parseRequestPage(page: string, raw: FieldValues, facts: RequestFacts): Result<ParsedPage> {
  const found = storePages.find(({ id }) => id === page);
  if (found === undefined) return refuse('fields.unknown-page', { page });
  return judged(found, raw, { refusals: requestRefusals(raw, facts), blanks: requestBlanksOf(raw) });
}

interface WholeForm {
  readonly refusals: readonly Refusal[];
  readonly blanks: readonly string[];
}

function judged(page: FormPage, raw: FieldValues, whole: WholeForm): Result<ParsedPage> {
  const names = new Set(page.fields.map((field) => field.name));
  const [first, ...others] = whole.refusals.filter(({ field }) => field !== undefined && names.has(field));
  if (first !== undefined) return refuseAll([first, ...others]);
  const own = Object.entries(raw).filter(([name]) => names.has(name));
  return ok({
    values: storableValues(Object.fromEntries(own)),
    blanks: whole.blanks.filter((name) => names.has(name)),
  });
}
