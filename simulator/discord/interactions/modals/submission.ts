import { type JsonObject, objectAt, objectsAt, stringAt } from '../../../common/json.ts';
import type { Core } from '../../core.ts';
import { attachmentObject } from '../../objects/message.ts';
import { type Field, fieldsOf } from '../../state/modal-fields.ts';
import type { Entered, Modal } from '../../state/model.ts';
import { COMPONENT } from '../../validation/walk.ts';

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-modal-submit-data-structure */
export function submission({ servers }: Core, modal: Modal): JsonObject {
  const uploads = fieldsOf(modal.components)
    .filter(({ input }) => input.type === COMPONENT.fileUpload)
    .flatMap(({ customId }) => modal.values[customId] ?? [])
    .flatMap((id) => servers.state.files[String(id)] ?? []);
  const attachments = uploads.map((file) => [file.id, attachmentObject(servers, modal.channelId, file)]);
  return {
    custom_id: modal.customId,
    components: modal.components.map((component) => submitted(modal, component)),
    resolved: uploads.length > 0 ? { attachments: Object.fromEntries(attachments) } : {},
  };
}

function submitted(modal: Modal, component: JsonObject): JsonObject {
  const { type, id } = component;
  const inner = objectAt(component, 'component');
  if (inner) return { type, id, component: fieldData(modal, inner) };
  if (type !== COMPONENT.row) return { type, id };
  return { type, id, components: objectsAt(component, 'components').map((one) => fieldData(modal, one)) };
}

function fieldData({ values }: Modal, input: JsonObject): JsonObject {
  const customId = stringAt(input, 'custom_id') ?? '';
  return { type: input.type, id: input.id, custom_id: customId, ...valueData(input, values[customId]) };
}

function valueData({ type }: Field['input'], entered: Entered | undefined): JsonObject {
  if (type === COMPONENT.textInput) return { value: typeof entered === 'string' ? entered : '' };
  if (type === COMPONENT.radioGroup) return { value: Array.isArray(entered) ? (entered[0] ?? null) : null };
  if (type === COMPONENT.checkbox) return { value: entered === true };
  return { values: Array.isArray(entered) ? [...entered] : [] };
}
