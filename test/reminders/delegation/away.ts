import { delegate } from '../../../src/people/delegation/actions/delegate.ts';
import type { Delegation } from '../../../src/people/delegation/delegation.ts';
import type { Actor } from '../../../src/people/principal.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { isRefused } from '../../../src/result.ts';
import { type ReminderStage, shanghai } from '../support/stage.ts';

/** From now to the end of May in Shanghai, of everything that the first role of `who` is for, unless said otherwise. */
export async function away(
  { app, clock }: ReminderStage,
  who: Actor,
  {
    to,
    ...changes
  }: { readonly to: Actor | null } & Partial<Pick<Delegation, 'reportId' | 'from' | 'until'>>,
): Promise<string> {
  const [membership] = who.memberships;
  if (!membership) throw new Error(`${who.principalId} has no role`);
  const result = await delegate(app, {
    by: who,
    delegation: {
      ...membership,
      delegate: to?.principalId ?? null,
      reportId: null,
      from: clock.now(),
      until: shanghai('2026-06-01 00:00'),
      ...changes,
    },
    reason: 'Holiday',
    draft: Prisma.sql`SELECT 1`,
    requestId: app.ids.next('req'),
  });
  if (isRefused(result)) throw new Error(result.refused);
  return result.ok.id;
}
