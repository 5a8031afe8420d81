import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { Quarter } from '../../cycle/quarter.ts';
import { assemble } from '../../evidence/assemble.ts';
import { type Groups, groupsOf } from '../../evidence/benchmarks.ts';
import type { ProviderFacts } from '../../evidence/facts.ts';
import { categoryScore, factsOfStores, isSpecialist } from '../../levels/specialist.ts';
import { type Badge, type Contender, contenders, insertBadges } from '../../record/badges.ts';
import { type BenchmarkRow, categorySums } from '../../record/evidence/benchmarks-query.ts';
import { providerFacts } from '../../record/evidence/facts-query.ts';

const BATCH = 500;

/**
 * Gives the specialists of a published quarter their badges, in batches; a badge that was given is not given again, so that
 * what a crash cut short is simply run once more. Only who has the stores for one is looked at.
 */
export async function awardBadges(app: Pick<App, 'database' | 'clock'>, quarter: Quarter): Promise<void> {
  const { database, clock } = app;
  const cycle = await database.prisma.ratingCycle.findUnique({ where: { quarter } });
  if (!cycle?.publishedAt || cycle.badgedAt !== null) return;
  const rows: BenchmarkRow[] = await database.query(categorySums(quarter));
  const groups = groupsOf(rows.map(({ sums }) => sums));
  let after = '';
  for (;;) {
    const batch: Contender[] = await database.query(contenders(quarter, after, BATCH));
    const badges = await badgesOf(app, { quarter, batch, groups });
    if (badges.length > 0) await database.change([insertBadges(badges)]);
    after = batch.at(-1)?.providerId ?? after;
    if (batch.length < BATCH) break;
  }
  await database.query(
    Prisma.sql`UPDATE rating_cycle SET badged_at = ${clock.now()}::timestamptz WHERE quarter = ${quarter}`,
  );
}

interface Awarding {
  readonly quarter: Quarter;
  readonly batch: readonly Contender[];
  readonly groups: Groups;
}

async function badgesOf(
  { database }: Pick<App, 'database'>,
  { quarter, batch, groups }: Awarding,
): Promise<readonly Badge[]> {
  const only = batch.map(({ providerId }) => providerId);
  const rows: { readonly providerId: string; readonly facts: ProviderFacts }[] = await database.query(
    providerFacts({ quarter, only, after: '', size: BATCH }),
  );
  const factsOf = new Map(rows.map(({ providerId, facts }) => [providerId, facts]));
  return batch.flatMap(({ providerId, categories }) => {
    const facts = factsOf.get(providerId);
    if (!facts) return [];
    return categories.flatMap(({ category, stores, storeMonths }): readonly Badge[] => {
      const score = categoryScore(assemble(quarter, factsOfStores(facts, stores), groups).evidence);
      return isSpecialist(score)
        ? [{ providerId, quarter, category, score, stores: stores.length, storeMonths }]
        : [];
    });
  });
}
