import { type JsonObject, objectsAt, stringAt } from '../../../common/json.ts';
import { NotPossible } from '../../../common/not-possible.ts';
import type { Core } from '../../core.ts';
import { messageObject } from '../../objects/message.ts';
import { findMessage } from '../../state/messages.ts';
import { fieldsOf, firstValue } from '../../state/modal-fields.ts';
import type { Interaction, Modal } from '../../state/model.ts';
import { numbered } from '../../state/numbered.ts';
import type { Servers } from '../../state/servers.ts';
import { enteredFrom, lack, type Raw } from '../entering.ts';
import type { Outcome } from '../outbound.ts';
import { interactionPayload } from '../payload.ts';
import { issueInteraction } from '../tokens.ts';
import { submission } from './submission.ts';

/** The form appears on the person's screen, filled in as the app wants it. A form that stood there is gone. */
export function openModal({ servers }: Core, interaction: Interaction, data: JsonObject): Modal {
  const components = numbered(objectsAt(data, 'components'));
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

/** Fills inputs of the open form, by label or custom_id. */
export function fillModal({ servers }: Core, userId: string, values: Readonly<Record<string, Raw>>): void {
  const modal = openOf(servers, userId);
  const fields = fieldsOf(modal.components);
  for (const [name, raw] of Object.entries(values)) {
    const field = fields.find(({ label, customId }) => label === name || customId === name);
    if (!field) {
      const there = fields.map(({ label }) => label).join(', ');
      throw new NotPossible('no_input', `no input "${name}" in "${modal.title}"; there are: ${there}`);
    }
    const entered = enteredFrom(servers, field.input, raw);
    if (entered === undefined)
      throw new NotPossible('value_not_possible', `"${name}" does not take ${JSON.stringify(raw)}`);
    modal.values[field.customId] = entered;
  }
  servers.changed('modals');
}

function openOf(servers: Servers, userId: string): Modal {
  const modal = servers.state.modals[userId];
  if (!modal) throw new NotPossible('no_modal', `${userId} has no modal open`);
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
  const modal = openOf(servers, userId);
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
