import type { ViewOutput } from '@slack/bolt';
import type { FileRef, FormValues } from '../../../src/chat/form.ts';
import { fieldOf } from '../draw/forms/block-ids.ts';

type State = ViewOutput['state']['values'];
type StateValue = State[string][string];

/** What stands in the inputs of a form, by field. An empty input is an empty value, so that it can clear a draft. */
export function formValues(state: State): FormValues {
  const values: Record<string, FormValues[string]> = {};
  for (const [blockId, actions] of Object.entries(state)) {
    const entered = Object.values(actions)[0];
    if (!entered) continue;
    const field = fieldOf(blockId);
    values[field] = together(values[field], enteredValue(entered));
  }
  return values;
}

function enteredValue(entered: StateValue): FormValues[string] {
  switch (entered.type) {
    case 'datepicker':
      return entered.selected_date ?? '';
    case 'static_select':
    case 'radio_buttons':
      return entered.selected_option?.value ?? '';
    case 'multi_static_select':
    case 'checkboxes':
      return (entered.selected_options ?? []).map(({ value }) => value);
    case 'file_input':
      return (entered.files ?? []).map(fileRef);
    default:
      return entered.value ?? '';
  }
}

function fileRef(file: NonNullable<StateValue['files']>[number]): FileRef {
  const { id, name, mimetype, size = 0 } = file;
  return { platform: 'slack', id, name, mediaType: mimetype, sizeBytes: size };
}

// Ten boxes fit one block; a field with more of them comes in several, and their ticks belong together.
function together(before: FormValues[string] | undefined, value: FormValues[string]): FormValues[string] {
  return isTexts(before) && isTexts(value) ? [...before, ...value] : value;
}

const isTexts = (value: FormValues[string] | undefined): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
