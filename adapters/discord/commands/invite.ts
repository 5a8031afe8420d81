import { REST, Routes } from 'discord.js';
import type { APIApplication } from 'discord-api-types/v10';
import type { DiscordConfig } from '../collaborators.ts';
import { restOptions } from '../start/rest.ts';
import { inviteLink } from './permissions.ts';

/** The link of the application whose token this is. */
export async function inviteLinkOf({ token, apiUrl }: DiscordConfig): Promise<string> {
  const rest = new REST(restOptions(apiUrl)).setToken(token);
  const { id } = (await rest.get(Routes.currentApplication())) as APIApplication;
  return inviteLink(id);
}
