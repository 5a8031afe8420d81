import type { APIInteraction } from 'discord-api-types/v10';
import type { AccountRef } from '../../../../src/chat/incoming.ts';
import { placeOf } from '../place.ts';

export const accountOf = (userId: string): AccountRef => ({ platform: 'discord', workspace: '', userId });

/** What every request has, whatever was done. Discord repeats an interaction under the same id, if ever. */
export function shared(interaction: APIInteraction, asked = false) {
  const { id, member } = interaction;
  const user = member?.user ?? interaction.user;
  const name = user?.global_name ?? user?.username;
  const locale = 'locale' in interaction ? interaction.locale : undefined;
  return {
    key: `interaction:${id}`,
    account: accountOf(user?.id ?? ''),
    place: placeOf(interaction, asked),
    inParts: true as const,
    ...(name ? { accountName: name } : {}),
    ...(locale ? { locale } : {}),
  };
}
