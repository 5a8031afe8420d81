import type { DiscordSimulatorOptions } from '../../../../simulator/discord/options.ts';
import { type RunningDiscord, startDiscordSimulator } from '../../../../simulator/discord/start.ts';

export const APP = '1100000000000000001';
export const ANN = '1100000000000000010';
export const BEN = '1100000000000000011';
export const GUILD = '1100000000000000100';
export const GENERAL = '1100000000000000200';
export const STAFF = '1100000000000000201';
export const STAFF_ROLE = '1100000000000000300';
export const TOKEN = 'a-bot-token';

/** A clock that stands still until it is moved. */
export class MovableClock {
  #at = Date.UTC(2026, 4, 6, 2, 0, 0);

  now(): Date {
    return new Date(this.#at);
  }

  advance(ms: number): void {
    this.#at += ms;
  }
}

export function someOptions(over: Partial<DiscordSimulatorOptions> = {}): DiscordSimulatorOptions {
  return {
    clock: new MovableClock(),
    application: { id: APP, name: 'pinger' },
    botToken: TOKEN,
    users: [
      { id: ANN, username: 'ann', globalName: 'Ann', tz: 'Asia/Shanghai', locale: 'zh-CN' },
      { id: BEN, username: 'ben', tz: 'Europe/Berlin', locale: 'en-US' },
    ],
    guilds: [
      {
        id: GUILD,
        name: 'Acme',
        ownerId: BEN,
        members: [ANN, BEN],
        roles: [{ id: STAFF_ROLE, name: 'staff', members: [BEN] }],
        channels: [
          { id: GENERAL, name: 'general' },
          { id: STAFF, name: 'staff', onlyFor: [STAFF_ROLE] },
        ],
      },
    ],
    ...over,
  };
}

export function startDiscord(over: Partial<DiscordSimulatorOptions> = {}): Promise<RunningDiscord> {
  return startDiscordSimulator(someOptions(over));
}
