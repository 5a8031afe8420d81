import { describe, expect, it } from 'vitest';
import { CAST } from '../../../simulator/demo/cast.ts';
import { DISCORD_PLACES, discordSeed } from '../../../simulator/demo/discord-seed.ts';
import { startDiscord } from './support/guild.ts';

const discordIdOf = (principalId: string): string =>
  CAST.people.find((person) => person.principalId === principalId)?.discordUserId ?? '';

describe("the demo's people on Discord", () => {
  it('have an account each, and all but those who are on Slack alone have one', () => {
    const ids = CAST.people.flatMap(({ discordUserId }) => discordUserId ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^\d{19}$/);
    const withoutOne = CAST.people.filter(({ discordUserId }) => discordUserId === null);
    expect(withoutOne.map(({ handle }) => handle)).toEqual(['olivia', 'jingyi', 'kayan']);
  });

  it('are linked on the record, except for one whose second account is still to be linked and the newcomer', () => {
    const unknown = CAST.people.filter(
      ({ discordUserId, linkedOn }) => discordUserId !== null && !linkedOn.includes('discord'),
    );
    expect(unknown.map(({ handle }) => handle)).toEqual(['freja', 'jonas']);
  });

  it.each([
    ['pr_wangfang', true],
    ['pr_zhaomin', true],
    ['pr_freja', false],
    ['pr_linxiao', false],
  ])('%s sees the channel for staff: %s', async (principalId, sees) => {
    await using discord = await startDiscord(discordSeed(CAST));
    const { staffChannelId, generalChannelId } = DISCORD_PLACES;
    discord.control.person(discordIdOf('pr_wangfang')).say('a card', { channel: staffChannelId });
    const person = discord.control.person(discordIdOf(principalId));
    person.say('hello', { channel: generalChannelId });
    expect(person.sees()).toContain('hello');
    expect(person.sees().includes('a card')).toBe(sees);
  });
});
