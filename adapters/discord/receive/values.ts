import {
  type APIAttachment,
  type APIModalSubmission,
  ComponentType,
  type ModalSubmitComponent,
} from 'discord-api-types/v10';
import type { FormValues } from '../../../src/chat/form.ts';
import { fieldOf, isOneOf } from '../draw/forms/input-id.ts';
import { attachmentRef } from './file-id.ts';

/** What stands in the inputs of a modal, by field. An empty input is an empty value, so that it can clear a draft. */
export function submittedValues({ components, resolved }: APIModalSubmission): FormValues {
  const inputs = components.flatMap((component) => {
    if (component.type === ComponentType.Label) return [component.component];
    return component.type === ComponentType.ActionRow ? component.components : [];
  });
  const attachments = resolved?.attachments ?? {};
  return Object.fromEntries(
    inputs.map((input) => [fieldOf(input.custom_id), enteredValue(input, attachments)]),
  );
}

type Attachments = Readonly<Record<string, APIAttachment>>;

function enteredValue(input: ModalSubmitComponent, attachments: Attachments): FormValues[string] {
  switch (input.type) {
    case ComponentType.TextInput:
      return input.value;
    case ComponentType.RadioGroup:
      return input.value ?? '';
    case ComponentType.Checkbox:
      return input.value ? 'yes' : '';
    case ComponentType.FileUpload:
      return input.values.flatMap((id) => (attachments[id] ? [attachmentRef(attachments[id])] : []));
    default:
      return isOneOf(input.custom_id) ? (input.values[0] ?? '') : input.values;
  }
}
