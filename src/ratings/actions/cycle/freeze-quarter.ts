import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { Quarter } from '../../cycle/quarter.ts';
import { freezeAll } from '../../record/freeze/freeze.ts';

/**
 * Freezes a closed quarter's figures: what the preview shows and every later step counts (domain-rules §7.1). False: they
 * were frozen before, and stay.
 */
export async function freezeQuarter(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  quarter: Quarter,
): Promise<boolean> {
  if ((await database.prisma.ratingCycle.findUnique({ where: { quarter } })) !== null) return false;
  await database.change([
    // First, so that two who begin at once are one: the second waits here, and fails on the key.
    Prisma.sql`INSERT INTO rating_cycle (quarter, frozen_at) VALUES (${quarter}, ${clock.now()}::timestamptz)`,
    ...freezeAll(quarter),
  ]);
  return true;
}
