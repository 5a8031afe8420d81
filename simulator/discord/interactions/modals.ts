import { type JsonObject, objectAt, objectsAt, stringAt } from '../../common/json.ts';
import { NotPossible } from '../../common/not-possible.ts';
import type { Core } from '../core.ts';
import { attachmentObject, messageObject } from '../objects/message.ts';
import { findMessage } from '../state/messages.ts';
import { type Field, fieldsOf, firstValue } from '../state/modal-fields.ts';
import type { Entered, Interaction, Modal } from '../state/model.ts';
import { COMPONENT } from '../validation/walk.ts';
import { lack } from './entering.ts';
import type { Outcome } from './outbound.ts';
import { interactionPayload } from './payload.ts';
import { issueInteraction } from './tokens.ts';

/** The form appears on the person's screen, filled in as the app wants it. A form that stood there is gone. */
export function openModal({ servers }: Core, interaction: Interaction, data: JsonObject): Modal {
  const components = objectsAt(data, 'components');
  const values = fieldsOf(components).flatMap(({ customId, input }) => {
    const value = firstValue(input);
    return value === undefined ? [] : [[customId, value] as const];
  });
  const modal: Modal = {
    id: servers.nextId(),
    customId: stringAt(data, 'custom_id') ?? '',
    title: stringAt(data, 'title') ?? '',
    components,
    channelId: interaction.channelId,
    values: Object.fromEntries(values),
    ...(interaction.guildId ? { guildId: interaction.guildId } : {}),
    ...(interaction.messageId ? { messageId: interaction.messageId } : {}),
  };
  servers.state.modals[interaction.userId] = modal;
  servers.changed('modals');
  return modal;
}

/** Closing tells the app nothing. */
export function closeModal({ servers }: Core, userId: string): void {
  delete servers.state.modals[userId];
  servers.changed('modals');
}

/** What Discord writes into a form whose app did not answer. */
const FAILED = 'Something went wrong. Try again.';

/** Presses the form's button. Throws when Discord's client would hold it back; resolves when the app has answered. */
export async function submitModal(core: Core, userId: string): Promise<Outcome> {
  const { servers } = core;
  const modal = servers.state.modals[userId];
  if (!modal) throw new NotPossible('no_modal', `${userId} has no modal open`);
  const lacking = fieldsOf(modal.components).flatMap((field) => lack(field, modal.values[field.customId]));
  if (lacking.length > 0) throw new NotPossible('incomplete', lacking.join('; '));
  const interaction = issueInteraction(servers, {
    kind: 'modal',
    name: modal.customId,
    userId,
    channelId: modal.channelId,
    ...(modal.guildId ? { guildId: modal.guildId } : {}),
    ...(modal.messageId ? { messageId: modal.messageId } : {}),
  });
  const source = modal.messageId ? findMessage(servers, modal.channelId, modal.messageId) : undefined;
  const message = source && messageObject(servers, source);
  const data = submission(core, modal);
  const outcome = await core.outbound.deliver(
    interaction,
    interactionPayload(servers, interaction, { data, message }),
  );
  if (!outcome.acked) modal.failure = FAILED;
  else if (servers.state.modals[userId] === modal) delete servers.state.modals[userId];
  servers.changed('modals');
  return outcome;
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-modal-submit-data-structure */
function submission({ servers }: Core, modal: Modal): JsonObject {
  const uploads = fieldsOf(modal.components)
    .filter(({ input }) => input.type === COMPONENT.fileUpload)
    .flatMap(({ customId }) => modal.values[customId] ?? [])
    .flatMap((id) => servers.state.files[String(id)] ?? []);
  const attachments = uploads.map((file) => [file.id, attachmentObject(servers, modal.channelId, file)]);
  return {
    custom_id: modal.customId,
    components: modal.components.map((component, index) => submitted(modal, component, index + 1)),
    resolved: uploads.length > 0 ? { attachments: Object.fromEntries(attachments) } : {},
  };
}

function submitted(modal: Modal, component: JsonObject, id: number): JsonObject {
  const common = { type: component.type, id: component.id ?? id };
  const inner = objectAt(component, 'component');
  if (inner) return { ...common, component: fieldData(modal, inner, id) };
  if (component.type !== COMPONENT.row) return common;
  return {
    ...common,
    components: objectsAt(component, 'components').map((one) => fieldData(modal, one, id)),
  };
}

function fieldData({ values }: Modal, input: JsonObject, id: number): JsonObject {
  const customId = stringAt(input, 'custom_id') ?? '';
  const entered = values[customId];
  return { type: input.type, id: input.id ?? id, custom_id: customId, ...valueData(input, entered) };
}

function valueData({ type }: Field['input'], entered: Entered | undefined): JsonObject {
  if (type === COMPONENT.textInput) return { value: typeof entered === 'string' ? entered : '' };
  if (type === COMPONENT.radioGroup) return { value: Array.isArray(entered) ? (entered[0] ?? null) : null };
  if (type === COMPONENT.checkbox) return { value: entered === true };
  return { values: Array.isArray(entered) ? [...entered] : [] };
}
