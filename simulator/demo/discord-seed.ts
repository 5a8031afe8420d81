import type { DiscordSimulatorOptions } from '../discord/options.ts';
import type { CAST } from './cast.ts';
import { fullName } from './full-name.ts';

type Seed = Pick<DiscordSimulatorOptions, 'application' | 'users' | 'guilds'>;

/** Ids of the demo's server. */
export const DISCORD_PLACES = {
  applicationId: '1240000000000000001',
  guildId: '1240000000000000100',
  staffRoleId: '1240000000000000101',
  staffChannelId: '1240000000000000200',
  generalChannelId: '1240000000000000201',
} as const;

/** The cast as the Discord stand-in wants it: one server with everybody in it, and a channel for staff alone. */
export function discordSeed(cast: typeof CAST): Seed {
  const { applicationId, guildId, staffRoleId, staffChannelId, generalChannelId } = DISCORD_PLACES;
  const staff = cast.people.filter((person) => person.organisationId === cast.platform.id);
  const lead = staff.find((person) => person.role === 'STAFF_LEAD');
  return {
    application: { id: applicationId, name: cast.bot.name },
    users: cast.people.map((person) => ({
      id: person.discordUserId,
      username: person.handle,
      globalName: fullName(person),
      locale: person.locale === 'zh' ? 'zh-CN' : 'en-US',
      tz: person.timeZone,
    })),
    guilds: [
      {
        id: guildId,
        name: 'Marketplace partners',
        ownerId: lead?.discordUserId ?? '',
        members: cast.people.map((person) => person.discordUserId),
        roles: [
          { id: staffRoleId, name: 'Platform staff', members: staff.map((person) => person.discordUserId) },
        ],
        channels: [
          { id: generalChannelId, name: 'general' },
          { id: staffChannelId, name: 'baobei-staff', onlyFor: [staffRoleId] },
        ],
      },
    ],
  };
}
