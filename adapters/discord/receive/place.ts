import { type APIInteraction, InteractionContextType, MessageFlags } from 'discord-api-types/v10';
import type { Place } from '../../../src/chat/incoming.ts';

/** What `Place.token` holds here: all that an answer needs, as text, since a place must survive JSON. */
export interface DiscordToken {
  readonly interaction?: string;
  readonly application?: string;
  /** Answers within 3 seconds, then for 15 minutes. */
  readonly token?: string;
  /** Set: the message that carried the button is this person's alone, and the answer may take its place. */
  readonly isPrivate?: string;
  /** Set: that message did nothing but ask, so that its answer takes its place in any case. */
  readonly asked?: string;
}

export function placeOf(interaction: APIInteraction, asked = false): Place {
  const { id, token, channel, application_id: application } = interaction;
  const message = 'message' in interaction ? interaction.message : undefined;
  const isPrivate = ((message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  return {
    channel: channel?.id ?? '',
    direct: interaction.context === InteractionContextType.BotDM || interaction.guild_id === undefined,
    token: {
      interaction: id,
      application,
      token,
      ...(isPrivate ? { isPrivate: 'yes' } : {}),
      ...(isPrivate && asked ? { asked: 'yes' } : {}),
    },
    ...(message ? { message: message.id } : {}),
  };
}
