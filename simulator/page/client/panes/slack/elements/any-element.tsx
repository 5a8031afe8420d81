import { type ComponentType, useId } from 'react';
import type { JsonObject } from '../../../../../common/json.ts';
import { stringAt } from '../../../../../common/json.ts';
import { Picture } from '../blocks/picture.tsx';
import { Button } from './button.tsx';
import type { ElementProps } from './element.ts';
import { Checkboxes, RadioButtons } from './inputs/choices.tsx';
import { DateInput, DateTimeInput } from './inputs/date-inputs.tsx';
import { FileInput } from './inputs/file-input.tsx';
import { NumberInput, TextInput } from './inputs/text-inputs.tsx';
import { MultiSelect, Select } from './menu/select.tsx';
import { Overflow } from './overflow.tsx';

const ELEMENTS: Readonly<Record<string, ComponentType<ElementProps>>> = {
  button: Button,
  overflow: Overflow,
  radio_buttons: RadioButtons,
  checkboxes: Checkboxes,
  datepicker: DateInput,
  timepicker: DateInput,
  datetimepicker: DateTimeInput,
  plain_text_input: TextInput,
  email_text_input: TextInput,
  url_text_input: TextInput,
  number_input: NumberInput,
  file_input: FileInput,
};

interface AnyElementProps {
  readonly element: JsonObject;
  readonly block: JsonObject;
  /** Left out where no label points at the element. */
  readonly inputId?: string;
}

/** Whatever element stands here. */
export function AnyElement({ element, block, inputId }: AnyElementProps) {
  const ownId = useId();
  const type = stringAt(element, 'type') ?? '';
  if (type === 'image') return <Picture image={element} className="sl-accessory-image" />;
  const Element = ELEMENTS[type] ?? (type.startsWith('multi_') ? MultiSelect : Select);
  return <Element element={element} block={block} inputId={inputId ?? ownId} />;
}
