import type { App } from '../../../app.ts';
import { auditCtes } from '../../../audit/event.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor } from '../../../people/principal.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { isRefused, ok, type Result, refuse } from '../../../result.ts';
import { answerDue, stillIn } from '../../appeals.ts';
import { stayDemotion } from '../../record/appeals/stay.ts';

export interface EscalateAppeal {
  readonly actor: Actor;
  readonly requestId: string;
  readonly appealId: string;
}

/**
 * Once, and within ten business days, a dismissed appeal goes to two leads; those who decided it do not hear it again.
 * Refuses `ratings.appeal-unknown`, `ratings.appeal-not-dismissed`, `ratings.appeal-escalated`, `ratings.appeal-too-late`.
 */
export async function escalateAppeal(
  app: Pick<App, 'database' | 'clock'>,
  { actor, requestId, appealId }: EscalateAppeal,
): Promise<Result<{ readonly dueAt: Date }>> {
  const appeal = await app.database.prisma.ratingAppeal.findUnique({ where: { id: appealId } });
  if (!appeal) return refuse('ratings.appeal-unknown');
  const { providerId, quarter, datum } = appeal;
  const refusal = permissionRefusal(permitted('rating.appeal', actor, { providerId }));
  if (refusal) return refusal;
  if (appeal.escalated) return refuse('ratings.appeal-escalated');
  if (appeal.state !== 'DISMISSED' || appeal.kind !== 'APPEAL' || appeal.decidedAt === null)
    return refuse('ratings.appeal-not-dismissed');
  const at = app.clock.now();
  const intime = stillIn(appeal.decidedAt, at);
  if (isRefused(intime)) return intime;
  const dueAt = answerDue(at);
  const entry = {
    objectType: 'provider',
    objectId: providerId,
    actor: actor.principalId,
    org: providerId,
  } as const;
  const audit = auditCtes(
    { ...entry, action: 'rating.appeal-escalated', requestId, at, data: { id: appealId, quarter, datum } },
    { guard: 'escalated' },
  );
  try {
    await app.database.change([
      handled(requestId, at),
      Prisma.sql`WITH escalated AS (
          UPDATE rating_appeal SET state = 'ESCALATED', escalated = true, state_seq = state_seq + 1,
            original_decider = decided_by[1], decided_by = '{}', due_at = ${dueAt}::timestamptz
          WHERE id = ${appealId} AND state_seq = ${appeal.stateSeq}::int RETURNING 1), ${audit}
        SELECT expect_rows((SELECT count(*) FROM escalated), 1, 'stale')`,
      stayDemotion({ providerId, quarter }),
    ]);
  } catch (error) {
    if (error instanceof Conflict && error.code === 'stale') return refuse('ratings.appeal-escalated');
    throw error;
  }
  return ok({ dueAt });
}
