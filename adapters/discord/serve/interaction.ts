import {
  type APIInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandType,
  InteractionType,
} from 'discord-api-types/v10';
import { unpackId } from '../custom-id.ts';
import { commandIncoming } from '../receive/incoming/command.ts';
import { formIncoming } from '../receive/incoming/form.ts';
import { serveAutocomplete } from './autocomplete.ts';
import { serveClick } from './click.ts';
import type { Desk } from './desk.ts';
import { run } from './run.ts';

/** Whatever Discord's gateway hands over that somebody did with the bot. */
export async function serveInteraction(desk: Desk, interaction: APIInteraction): Promise<void> {
  const since = desk.timers.elapsed();
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      if (interaction.data.type !== ApplicationCommandType.ChatInput) return;
      return run(desk, { incoming: commandIncoming({ ...interaction, data: interaction.data }), since });
    case InteractionType.ApplicationCommandAutocomplete:
      return serveAutocomplete(desk, interaction, since);
    case InteractionType.MessageComponent:
      return serveClick(desk, interaction, since);
    case InteractionType.ModalSubmit:
      return serveSubmission(desk, interaction, since);
    default:
      return;
  }
}

async function serveSubmission(
  desk: Desk,
  interaction: APIModalSubmitInteraction,
  since: number,
): Promise<void> {
  const id = unpackId(interaction.data.custom_id);
  if (id?.kind !== 'part') {
    desk.log.warn({ form: interaction.data.custom_id }, 'a form that is none of ours was submitted');
    return;
  }
  const isLast = id.last === true;
  await run(desk, { incoming: formIncoming(interaction, id, isLast), since, part: isLast ? 0 : id.part + 1 });
}
