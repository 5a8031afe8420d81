import type { App } from '../../app.ts';
import type { RequestFacts } from '../fields/field-values.ts';
import type { ProviderStanding } from '../lifecycle/facts.ts';
import { today } from '../periods.ts';

/** The two parties of a request that is still being written. */
export interface Counterparts {
  readonly store: { readonly id: string; readonly name: string; readonly zone: string };
  readonly provider: { readonly id: string; readonly name: string };
  readonly storePeople: readonly { readonly id: string; readonly name: string }[];
  readonly standing: ProviderStanding;
  readonly offeredItems: readonly { readonly id: string; readonly name: string; readonly scope: string }[];
  /** Reports of the pair that could be renewed. */
  readonly renewable: RequestFacts['renewable'];
}

/** Null when one of the two is not in the directory. */
export async function loadCounterparts(
  { database: { prisma } }: Pick<App, 'database'>,
  storeId: string,
  providerId: string,
): Promise<Counterparts | null> {
  const [store, provider, reports] = await Promise.all([
    prisma.organisation.findFirst({
      where: { id: storeId, kind: 'STORE' },
      include: { memberships: { include: { principal: true }, orderBy: { since: 'asc' } } },
    }),
    prisma.provider.findUnique({
      where: { id: providerId },
      include: { organisation: true, items: { where: { offered: true }, orderBy: { id: 'asc' } } },
    }),
    prisma.report.findMany({
      where: { storeId, providerId, state: { in: ['ACTIVE', 'NOTICE', 'EXPIRED'] } },
      select: { id: true, reportingEnd: true },
    }),
  ]);
  if (!store || !provider) return null;
  return {
    store: { id: store.id, name: store.name, zone: store.timeZone },
    provider: { id: provider.id, name: provider.organisation.name },
    storePeople: store.memberships.map(({ principal }) => ({
      id: principal.id,
      name: principal.displayName,
    })),
    standing: {
      recognisedUntil: isoDate(provider.recognisedUntil),
      barred: provider.barredAt !== null,
      watched: provider.watchedUntil !== null,
    },
    offeredItems: provider.items,
    renewable: reports.map(({ id, reportingEnd }) => ({ id, reportingEnd: isoDate(reportingEnd) })),
  };
}

const isoDate = (value: Date): string => value.toISOString().slice(0, 10);

/** What the store's inputs are judged against. */
export function requestFacts(counterparts: Counterparts, filledBy: string, now: Date): RequestFacts {
  return {
    today: today(now, counterparts.store.zone),
    filledBy,
    offeredServiceItemIds: counterparts.offeredItems.map(({ id }) => id),
    contacts: counterparts.storePeople.map(({ id }) => id),
    renewable: counterparts.renewable,
  };
}
