import type { PagePerson, PageSetup, PersonGroup } from '../page/setup.ts';
import { CAST } from './cast.ts';
import type { CastOrganisation, CastPerson } from './cast-types.ts';

/** What the page is told of the cast. `control` is the path of the Slack stand-in's control API. */
export function pageSetup(control: string): Omit<PageSetup, 'canReset'> {
  return {
    platforms: [{ kind: 'slack', control }],
    people: CAST.people.map(pagePerson),
    shownFirst: CAST.shownFirst,
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
    accounts: { slack: person.slackUserId },
    opensIn: person.organisationId === CAST.platform.id ? CAST.staffChannelId : null,
  };
}

function groupOf({ role }: CastPerson): PersonGroup {
  if (role === null) return 'others';
  if (role.startsWith('STORE_')) return 'stores';
  return role.startsWith('PROVIDER_') ? 'providers' : 'staff';
}
