import type { App } from '../../../src/app.ts';
import { postOpportunity } from '../../../src/opportunities/actions/post-opportunity.ts';
import { publish } from '../../../src/opportunities/actions/slate/publish.ts';
import type { Actor, Role } from '../../../src/people/principal.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import type { Level } from '../../../src/ratings/levels/level.ts';
import { isRefused, type Result } from '../../../src/result.ts';
import { givenPeople } from '../../directory/given.ts';
import { providerRow, storeRow, write } from '../../ratings/support/given-rated.ts';

export const START = '2026-05-06T02:00:00Z';
const LATER = '2026-05-20';

export interface GivenCandidate {
  readonly id: string;
  readonly level?: Level;
  readonly published?: number;
  readonly scopes?: readonly string[];
}

/** A recognised provider of skincare with an administrator who is called like it. */
export async function givenCandidates(
  database: Database,
  ...candidates: readonly GivenCandidate[]
): Promise<void> {
  await write(
    database,
    candidates.map(({ id, level, published, scopes = ['OPERATIONS'] }) => [
      ...providerRow(id, 'BEAUTY_SKINCARE'),
      ...scopes.map(
        (
          scope,
        ) => Prisma.sql`INSERT INTO service_item (id, provider_id, name, scope, description, created_at, updated_at)
          VALUES (${`${id} ${scope}`}, ${id}, 'x', ${scope}, 'x', now(), now())`,
      ),
      ...(level === undefined
        ? []
        : [
            Prisma.sql`INSERT INTO provider_rating (provider_id, quarter, version, level, published, scored_cycles, flags)
              VALUES (${id}, '2026-Q1', 1, ${level}, ${published ?? null}::numeric, 4, '{}')`,
          ]),
    ]),
  );
  await givenPeople(
    database,
    candidates.map(({ id }) => ({ user: `admin of ${id}`, role: 'PROVIDER_ADMIN', at: id })),
  );
}

export async function givenStoreOf(database: Database, storeId: string, owner: string): Promise<void> {
  await write(database, [storeRow(storeId, 'BEAUTY_SKINCARE')]);
  await givenPeople(database, [{ user: owner, role: 'STORE_OWNER', at: storeId }]);
}

export const STAFF: Actor = {
  principalId: 'WANG',
  memberships: [{ organisationId: 'platform', role: 'STAFF_REVIEWER' }],
};
export const LEAD: Actor = {
  principalId: 'ZHAO',
  memberships: [{ organisationId: 'platform', role: 'STAFF_LEAD' }],
};

export const givenStaff = (database: Database) =>
  givenPeople(database, [
    { user: 'WANG', role: 'STAFF_REVIEWER', at: 'platform' },
    { user: 'ZHAO', role: 'STAFF_LEAD', at: 'platform' },
  ]);

export const adminOf = (id: string): Actor => as('PROVIDER_ADMIN', id, `admin of ${id}`);

export const as = (role: Role, organisationId: string, principalId: string): Actor => ({
  principalId,
  memberships: [{ role, organisationId }],
});

let requests = 0;
export const requestId = (): string => {
  requests += 1;
  return `opp-request-${requests}`;
};

/** What staff type for a need that most candidates fit. */
export const NEED = {
  ...{ brand: 'Solstice', store: '', category: 'BEAUTY_SKINCARE', scopes: ['OPERATIONS'] },
  ...{ markets: [] as string[], languages: [] as string[], band: 'FROM_200K' },
  ...{ startsOn: '2026-07-01', answerUntil: LATER, confidential: 'NO', details: '' },
};

export async function posted(app: App, need: Partial<typeof NEED> = {}): Promise<string> {
  const typed = { ...NEED, ...need };
  const draft = Prisma.sql`SELECT 1`;
  return done(await postOpportunity(app, { actor: STAFF, requestId: requestId(), typed, edits: null, draft }))
    .id;
}

/** Published at once, so that its slate is made, or its first round begun. */
export async function published(app: App, need: Partial<typeof NEED> = {}): Promise<string> {
  const opportunityId = await posted(app, need);
  done(await publish(app, { actor: STAFF, requestId: requestId(), opportunityId, stateSeq: 1 }));
  return opportunityId;
}

export function done<T>(result: Result<T>): T {
  if (isRefused(result)) throw new Error(`Refused: ${JSON.stringify(result)}`);
  return result.ok;
}

/** The code of a refusal, or what was done. */
export const codeOf = <T>(result: Result<T>): string => (isRefused(result) ? result.refused : 'done');
