import type { App } from '../../app.ts';
import { PROGRAMME_ZONE } from '../../ratings/cycle/quarter.ts';
import { BENEFITS, type Benefits, benefitLevel } from '../../ratings/ladder/benefits.ts';
import type { Level } from '../../ratings/levels/level.ts';
import { today } from '../../reports/periods.ts';

/** What a provider's level gives it today, and which level that is. */
export async function benefitsOf(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  providerId: string,
): Promise<{ readonly level: Level; readonly benefits: Benefits }> {
  const standing = await database.prisma.providerRating.findUnique({ where: { providerId } });
  const level = benefitLevel(
    {
      level: (standing?.level ?? 'P') as Level,
      benefitsLevel: (standing?.benefitsLevel ?? null) as Level | null,
      benefitsUntil: standing?.benefitsUntil?.toISOString().slice(0, 10) ?? null,
    },
    today(clock.now(), PROGRAMME_ZONE),
  );
  return { level, benefits: BENEFITS[level] };
}
