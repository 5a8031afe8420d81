import { describe, expect, it } from 'vitest';
import { CAST } from '../../../simulator/demo/cast.ts';
import { DISCORD_PLACES, discordSeed } from '../../../simulator/demo/discord-seed.ts';
import { startDiscord } from './support/guild.ts';

const discordIdOf = (principalId: string): string =>
  CAST.people.find((person) => person.principalId === principalId)?.discordUserId ?? '';

describe("the demo's people on Discord", () => {
  it('all have an account of their own', () => {
    const ids = CAST.people.map((person) => person.discordUserId);
    expect(new Set(ids).size).toBe(CAST.people.length);
    for (const id of ids) expect(id).toMatch(/^\d{19}$/);
  });

  it('are linked on the record where they are shown, except for one whose account is still to be linked and the newcomer', () => {
    const unknown = CAST.people.filter(
      ({ shownOn, linkedOn }) => shownOn.includes('discord') && !linkedOn.includes('discord'),
    );
    expect(unknown.map(({ handle }) => handle)).toEqual(['freja', 'jonas']);
  });

  it.each([
    ['pr_wangfang', true],
    ['pr_zhaomin', true],
    ['pr_olivia', false],
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
