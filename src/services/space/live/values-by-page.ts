import type { FieldValues } from '../../../reports/fields/field-values.ts';
import type { FormPage, PageId } from '../../../reports/fields/page.ts';
import { ok, type Refusal, type Result, refuse, refuseAll } from '../../../result.ts';

interface PageValues {
  readonly page: PageId;
  readonly own: FieldValues;
}

/**
 * Values of a whole form, sorted to the pages on which they stand. Refused: `access.field-unknown` for each that this
 * report does not ask for, as standards of another service scope.
 */
export function valuesByPage(pages: readonly FormPage[], values: FieldValues): Result<readonly PageValues[]> {
  const byName = new Map(pages.flatMap(({ id, fields }) => fields.map(({ name }) => [name, id] as const)));
  const [first, ...others] = Object.keys(values).flatMap((name): Refusal[] =>
    byName.has(name) ? [] : [refuse('access.field-unknown', { name }, name)],
  );
  if (first) return refuseAll([first, ...others]);
  return ok(
    pages.flatMap(({ id }) => {
      const own = Object.entries(values).filter(([name]) => byName.get(name) === id);
      return own.length === 0 ? [] : [{ page: id, own: Object.fromEntries(own) }];
    }),
  );
}
