import type { APIModalSubmitInteraction } from 'discord-api-types/v10';
import type { IncomingOf } from '../../../../src/chat/incoming.ts';
import type { PageRef } from '../../custom-id.ts';
import { submittedValues } from '../values.ts';
import { shared } from './shared.ts';

/** A submitted modal: the last part of a page is judged, every other one is only kept. */
export function formIncoming(
  interaction: APIModalSubmitInteraction,
  { form, page, handle }: PageRef,
  isLast: boolean,
): IncomingOf<'form'> {
  const values = submittedValues(interaction.data);
  return {
    ...shared(interaction),
    kind: 'form',
    form,
    page,
    handle,
    values,
    move: isLast ? 'submit' : 'keep',
  };
}
