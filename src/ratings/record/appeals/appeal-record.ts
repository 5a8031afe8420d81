import type { App } from '../../../app.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import type { AppealKind } from '../../appeals.ts';
import type { Quarter } from '../../cycle/quarter.ts';

export interface HeardAppeal {
  readonly id: string;
  readonly providerId: OrganisationId;
  readonly quarter: Quarter;
  readonly kind: AppealKind;
  readonly datum: string;
  /** Null: it waits. */
  readonly verdict: 'UPHELD' | 'DISMISSED' | null;
  readonly reason: string | null;
  readonly dueAt: Date;
  readonly decidedAt: Date | null;
  readonly escalated: boolean;
}

export async function findAppeal(
  { database }: Pick<App, 'database'>,
  id: string,
): Promise<HeardAppeal | null> {
  const row = await database.prisma.ratingAppeal.findUnique({ where: { id } });
  if (!row) return null;
  const { providerId, quarter, datum, dueAt, decidedAt, escalated, state } = row;
  const verdict = state === 'UPHELD' || state === 'DISMISSED' ? state : null;
  // Kept with the verdict in front, by which two leads are held against each other.
  const reason = row.reason?.replace(/^(?:UPHELD|DISMISSED): /, '') ?? null;
  const kind = row.kind === 'OBJECTION' ? 'OBJECTION' : 'APPEAL';
  return { id, providerId, quarter, kind, datum, verdict, reason, dueAt, decidedAt, escalated };
}
