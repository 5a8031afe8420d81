import { REST, Routes } from 'discord.js';
import type { APIGatewayBotInfo } from 'discord-api-types/v10';
import type { DiscordConfig } from '../collaborators.ts';
import { restOptions } from './rest.ts';

/**
 * Over how many connections Discord wants the bot's servers divided; it refuses a single one above 2,500 of them.
 * https://discord.com/developers/docs/events/gateway#sharding
 */
export async function recommendedShards({ token, apiUrl }: DiscordConfig): Promise<number> {
  const rest = new REST(restOptions(apiUrl)).setToken(token);
  const { shards } = (await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo;
  return shards;
}
