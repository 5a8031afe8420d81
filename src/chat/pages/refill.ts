import type { Field, FormPage, FormValues } from '../form.ts';
import { typedAll } from '../form-values.ts';

/** The page with what was typed into it: every field that is named in `values`, be it that it was emptied. */
export function refilled<Handle>(page: FormPage<Handle>, values: FormValues): FormPage<Handle> {
  return {
    ...page,
    fields: page.fields.map((field) => (field.name in values ? withTyped(field, values) : field)),
  };
}

/** What stands in the inputs of a page as it is shown, as if it were sent untouched. */
export const untouched = ({ fields }: FormPage<string>): FormValues =>
  Object.fromEntries(
    fields.flatMap((field) => (field.kind === 'note' ? [] : [[field.name, shownIn(field)]])),
  );

function shownIn(field: Exclude<Field, { readonly kind: 'note' }>): FormValues[string] {
  if (field.kind === 'file') return [];
  return field.initial ?? (field.kind === 'choices' || field.kind === 'ticks' ? [] : '');
}

function withTyped(field: Field, values: FormValues): Field {
  switch (field.kind) {
    case 'note':
    case 'file':
      return field;
    case 'choices':
    case 'ticks':
      return { ...field, initial: typedAll(values, field.name) };
    default: {
      const value = values[field.name];
      return { ...field, initial: typeof value === 'string' ? value : '' };
    }
  }
}
