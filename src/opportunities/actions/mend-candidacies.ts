import type { App } from '../../app.ts';
import type { OrganisationId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';

const BATCH = 5_000;

/**
 * Compares every candidacy with what it follows from, and makes anew what differs; returns whose. The triggers leave it
 * nothing to find, so whatever it finds was written past them, such as by a restored or edited table.
 */
export async function mendCandidacies({
  database,
}: Pick<App, 'database'>): Promise<readonly OrganisationId[]> {
  const mended: OrganisationId[] = [];
  let after = '';
  for (;;) {
    const batch: Provider[] = await database.query(
      Prisma.sql`SELECT id FROM provider WHERE id > ${after} ORDER BY id LIMIT ${BATCH}::int`,
    );
    const drifted = idsOf(await database.query<Provider>(differing(idsOf(batch))));
    if (drifted.length > 0) await database.change([renewed(drifted)]);
    mended.push(...drifted);
    after = batch.at(-1)?.id ?? after;
    if (batch.length < BATCH) return mended;
  }
}

interface Provider {
  readonly id: OrganisationId;
}

const idsOf = (providers: readonly Provider[]): readonly OrganisationId[] => providers.map(({ id }) => id);

const differing = (ids: readonly OrganisationId[]): Prisma.Sql => Prisma.sql`
  WITH due AS MATERIALIZED (SELECT * FROM candidacies_of(${[...ids]}::text[])),
  kept AS MATERIALIZED (SELECT * FROM candidacy WHERE provider_id = ANY(${[...ids]}::text[]))
  SELECT DISTINCT provider_id AS id FROM (
    (TABLE due EXCEPT TABLE kept) UNION ALL (TABLE kept EXCEPT TABLE due)) difference ORDER BY 1`;

const renewed = (ids: readonly OrganisationId[]): Prisma.Sql =>
  Prisma.sql`SELECT 1 FROM renew_candidacies(${[...ids]}::text[])`;
