import type { DiscordSimulatorOptions } from '../discord/options.ts';
import type { CAST } from './cast.ts';
import type { CastPerson } from './cast-types.ts';
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
  return {
    application: { id: applicationId, name: 'Baobei' },
    users: cast.people.map(discordUser),
    guilds: [
      {
        id: guildId,
        name: 'Marketplace Partners',
        ownerId: idsOf(staff.filter((person) => person.role === 'STAFF_LEAD'))[0] ?? '',
        members: idsOf(cast.people),
        roles: [{ id: staffRoleId, name: 'Platform staff', members: idsOf(staff) }],
        channels: [
          { id: generalChannelId, name: 'general' },
          { id: staffChannelId, name: 'baobei-staff', onlyFor: [staffRoleId] },
        ],
      },
    ],
  };
}

const idsOf = (people: readonly CastPerson[]): readonly string[] =>
  people.map(({ discordUserId }) => discordUserId);

const discordUser = (person: CastPerson): Seed['users'][number] => ({
  id: person.discordUserId,
  username: person.handle,
  globalName: fullName(person),
  locale: person.locale === 'zh' ? 'zh-CN' : 'en-US',
  tz: person.timeZone,
});
