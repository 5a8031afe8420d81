import type { FieldKind, FieldOption, PageField } from '../page.ts';

type Extras = Partial<Omit<PageField, 'name' | 'kind' | 'label' | 'help'>>;

/** An input whose label and help are the messages of its own name; mandatory unless told otherwise. */
export function input(name: string, kind: FieldKind, extras: Extras = {}): PageField {
  return {
    name,
    kind,
    mandatory: 'always',
    label: `fields.label.${name}`,
    help: `fields.help.${name}`,
    ...extras,
  };
}

/** The options of a menu, labelled by the message `fields.option.<menu>.<value>`. */
export function options(menu: string, values: readonly string[]): readonly FieldOption[] {
  return values.map((value) => ({ value, label: `fields.option.${menu}.${value}` }));
}
