import type { PageAccount, PagePerson, PageSetup, PersonGroup, PlatformKind } from '../page/setup.ts';
import { CAST } from './cast.ts';
import type { CastOrganisation, CastPerson } from './cast-types.ts';
import { DISCORD_PLACES } from './discord-seed.ts';

/** Paths of the stand-ins' control APIs. */
export type ControlPaths = Readonly<Record<PlatformKind, string>>;

/** What the page is told of the cast. */
export function pageSetup(control: ControlPaths): Omit<PageSetup, 'canReset'> {
  return {
    platforms: [
      { kind: 'slack', control: control.slack },
      { kind: 'discord', control: control.discord },
    ],
    people: CAST.people.map(pagePerson),
    turns: {
      store: { person: 'U0OLIVIA', platform: 'slack' },
      provider: { person: 'U0LINXIAO', platform: 'discord' },
      staff: { person: 'U0WANGFANG', platform: 'slack' },
      stranger: { person: 'U0FREJA', platform: 'slack' },
    },
  };
}

const ORGANISATIONS: readonly CastOrganisation[] = [...CAST.stores, ...CAST.providers, CAST.platform];

function pagePerson(person: CastPerson): PagePerson {
  const organisation = ORGANISATIONS.find((one) => one.id === person.organisationId);
  return {
    id: person.slackUserId,
    group: groupOf(person),
    name: person.name,
    title: person.title,
    organisation: organisation?.shortName ?? null,
    accounts: accountsOf(person),
  };
}

function accountsOf({ organisationId, shownOn, ...ids }: CastPerson): PagePerson['accounts'] {
  const isStaff = organisationId === CAST.platform.id;
  const accounts: Readonly<Record<PlatformKind, PageAccount>> = {
    slack: { id: ids.slackUserId, opensIn: isStaff ? CAST.staffChannelId : null },
    discord: { id: ids.discordUserId, opensIn: isStaff ? DISCORD_PLACES.staffChannelId : null },
  };
  return Object.fromEntries(shownOn.map((platform) => [platform, accounts[platform]]));
}

function groupOf({ role }: CastPerson): PersonGroup {
  if (role === null) return 'others';
  if (role.startsWith('STORE_')) return 'stores';
  return role.startsWith('PROVIDER_') ? 'providers' : 'staff';
}
