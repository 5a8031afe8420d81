import type { Database } from '../../../src/platform/database/database.ts';
import type { Prisma } from '../../../src/platform/database/generated/client.ts';
import { addDays } from '../../../src/reports/periods.ts';
import { CAST } from '../cast.ts';
import type { CastOrganisation, CastPerson, CastProvider } from '../cast-types.ts';

type Client = Database['prisma'];

/** Puts the cast on record: the platform, stores, providers with what they offer, and people with their accounts. */
export async function seedOrganisations(prisma: Client, since: Date): Promise<void> {
  await prisma.organisation.createMany({
    data: [
      organisation('PLATFORM', CAST.platform, since),
      ...CAST.stores.map((store) => organisation('STORE', store, since)),
      ...CAST.providers.map((provider) => organisation('PROVIDER', provider, since)),
    ],
  });
  await prisma.store.createMany({
    data: CAST.stores.map(({ id, categories }) => ({ id, categories: [...categories] })),
  });
  for (const provider of CAST.providers)
    await prisma.provider.create({ data: providerData(provider, since) });
  await seedPeople(prisma, since);
}

const organisation = (
  kind: string,
  { id, name, legalEntity, country }: CastOrganisation,
  createdAt: Date,
) => ({
  ...{ id, kind, name, legalEntity, country, createdAt },
});

function providerData(provider: CastProvider, since: Date): Prisma.ProviderCreateInput {
  const day = (days: number) => new Date(addDays(since.toISOString().slice(0, 10), days));
  return {
    organisation: { connect: { id: provider.id } },
    categories: [...provider.categories],
    recognisedUntil: day(provider.recognisedForDays),
    depositAvailableMinor: BigInt(provider.depositAvailableMinor),
    depositCurrency: provider.depositCurrency,
    qualifications: {
      create: [{ id: `ql_${provider.id}`, kind: 'LICENCE', validUntil: day(provider.licenceValidForDays) }],
    },
    items: {
      create: provider.items.map(({ id, scope, name, description }) => ({
        ...{ id, scope, createdAt: since, updatedAt: since },
        name: `${name.zh} ${name.en}`,
        description: `${description.zh}\n${description.en}`,
      })),
    },
  };
}

async function seedPeople(prisma: Client, since: Date): Promise<void> {
  for (const { principalId, organisationId, role, ...person } of CAST.people) {
    if (principalId === null || organisationId === null || role === null) continue;
    await prisma.principal.create({
      data: {
        id: principalId,
        displayName: person.name[person.locale],
        locale: person.locale,
        timeZone: person.timeZone,
        createdAt: since,
        memberships: { create: [{ organisationId, role, since }] },
        accounts: { create: accountsOf(person, since) },
      },
    });
  }
}

const MINUTE_MS = 60_000;

/** One after the other, for messages try first what was linked first. */
const accountsOf = (
  { linkedOn, slackUserId, discordUserId }: Pick<CastPerson, 'linkedOn' | 'slackUserId' | 'discordUserId'>,
  since: Date,
) =>
  linkedOn.map((platform, index) => ({
    platform,
    linkedAt: new Date(since.getTime() + index * MINUTE_MS),
    ...(platform === 'slack'
      ? { workspace: CAST.team.id, userId: slackUserId }
      : { workspace: '', userId: discordUserId }),
  }));
