import type { App } from '../../../src/app.ts';
import type { Actor } from '../../../src/people/principal.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { isRefused, type Result } from '../../../src/result.ts';
import { changeConsent } from '../../../src/training/actions/consent/change-consent.ts';
import { actor, givenPeople } from '../../directory/given.ts';
import { bondRows, monthsBetween, providerRow, storeRow, write } from '../../ratings/support/given-rated.ts';
import { figureRows, named, peerRows } from './given-stores.ts';

export const PEERS = named(24);

export const code = (result: Result<unknown>): string => (isRefused(result) ? result.refused : 'ok');

export const OWNER: Actor = actor('STORE_OWNER', 'st_1', 'OWNER');
export const ADMIN: Actor = actor('PROVIDER_ADMIN', 'prv_1', 'ADMIN');
export const REVIEWER: Actor = actor('STAFF_REVIEWER', 'platform', 'REVIEWER');
export const LEAD: Actor = actor('STAFF_LEAD', 'platform', 'LEAD');
export const SECOND: Actor = actor('STAFF_LEAD', 'platform', 'SECOND');

/** A store whose visitors do not buy, served by a provider of five stars, among two dozen peers. June to October 2026. */
export async function setStage(database: Database): Promise<void> {
  const months = monthsBetween('2026-06-01', 5);
  await write(database, [
    providerRow('prv_1'),
    providerRow('prv_2'),
    storeRow('st_1'),
    bondRows({ providerId: 'prv_1', storeId: 'st_1' }),
    peerRows(PEERS),
    figureRows(
      months.flatMap((month) => [
        { storeId: 'st_1', month, cvr: 0.018, uv: 60_000 },
        ...PEERS.map((storeId, index) => ({ storeId, month, uv: 45_000 + index * 500 })),
      ]),
    ),
    Prisma.sql`INSERT INTO provider_rating (provider_id, quarter, version, level, scored_cycles, flags)
      VALUES ('prv_1', '2026-Q2', 1, '5', 3, '{}')`,
    Prisma.sql`UPDATE organisation SET search_name = lower(name)`,
  ]);
  await givenPeople(database, [
    { user: 'OWNER', role: 'STORE_OWNER', at: 'st_1' },
    { user: 'CLERK', role: 'STORE_MEMBER', at: 'st_1' },
    { user: 'ADMIN', role: 'PROVIDER_ADMIN', at: 'prv_1' },
    { user: 'GUAN', role: 'PROVIDER_ADMIN', at: 'prv_1', locale: 'zh' },
    { user: 'MEMBER', role: 'PROVIDER_MEMBER', at: 'prv_1' },
    { user: 'OTHER', role: 'PROVIDER_ADMIN', at: 'prv_2' },
    { user: 'REVIEWER', role: 'STAFF_REVIEWER', at: 'platform' },
    { user: 'LEAD', role: 'STAFF_LEAD', at: 'platform' },
    { user: 'SECOND', role: 'STAFF_LEAD', at: 'platform' },
  ]);
}

/** After October has closed. */
export const NOVEMBER = '2026-11-04T02:00:00Z';

export const consented = (app: App, stateSeq = 0, grant = true) =>
  changeConsent(app, {
    actor: OWNER,
    requestId: 'slack:none',
    storeId: 'st_1',
    providerId: 'prv_1',
    stateSeq,
    grant,
  });
