import type { App } from '../../../app.ts';
import { auditCtes } from '../../../audit/event.ts';
import { CLOCK_ACTOR } from '../../../audit/payload.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { owe } from '../../../delivery/owe.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor, OrganisationId } from '../../../people/principal.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { today } from '../../../reports/periods.ts';
import { isRefused, ok, type Result, refuse } from '../../../result.ts';
import { type AppealKind, answerDue, appealKindNow, SHORTEST_GROUNDS, stillIn } from '../../appeals.ts';
import { PROGRAMME_ZONE, type Quarter, quarterOf } from '../../cycle/quarter.ts';
import { stayDemotion } from '../../record/appeals/stay.ts';
import { findSuspension } from '../../record/suspensions.ts';
import { DIMENSIONS } from '../../rules.ts';
import { appealWaits } from './told.ts';

export interface OpenAppeal {
  readonly actor: Actor;
  readonly requestId: string;
  readonly providerId: OrganisationId;
  /** A dimension, `D1` to `D7`, or the id of an incident or a suspension. */
  readonly datum: string;
  readonly grounds: string;
}

export interface OpenedAppeal {
  readonly id: string;
  readonly kind: AppealKind;
  readonly quarter: Quarter;
  readonly dueAt: Date;
}

type Deps = Pick<App, 'database' | 'clock' | 'ids' | 'queue'>;

/**
 * An objection to the preview or an appeal against what was published, on one datum; once for each datum and cycle. While
 * an appeal is open a demotion waits, and the staff channel hears of it. Refuses `ratings.appeal-*`.
 */
export async function openAppeal(app: Deps, input: OpenAppeal): Promise<Result<OpenedAppeal>> {
  const { actor, providerId, datum } = input;
  const refusal = permissionRefusal(permitted('rating.appeal', actor, { providerId }));
  if (refusal) return refusal;
  const grounds = input.grounds.trim();
  if (grounds.length < SHORTEST_GROUNDS)
    return refuse('ratings.appeal-grounds', { minimum: SHORTEST_GROUNDS }, 'grounds');
  const about = await decisionBehind(app, { providerId, datum });
  if (isRefused(about)) return about;
  const at = app.clock.now();
  const opened = { id: app.ids.next('apl'), ...about.ok, dueAt: answerDue(at) };
  try {
    await app.database.change([
      ...statements({ ...input, grounds }, opened, at),
      ...owe(app.queue, { messages: [appealWaits(opened.id)], redraw: [] }, at),
    ]);
  } catch (error) {
    if (error instanceof Conflict && error.code === TWICE) return refuse('ratings.appeal-twice', { datum });
    throw error;
  }
  return ok(opened);
}

const TWICE = 'appeal-twice';

interface Decision {
  readonly kind: AppealKind;
  readonly quarter: Quarter;
  /** Whoever decided it (SOD-4); null where it was computed. */
  readonly originalDecider: string | null;
}

async function decisionBehind(
  app: Deps,
  { providerId, datum }: Pick<OpenAppeal, 'providerId' | 'datum'>,
): Promise<Result<Decision>> {
  if (DIMENSIONS.some((dimension) => dimension === datum)) return ratingBehind(app, providerId);
  const suspension = await findSuspension(app, datum);
  if (suspension?.providerId === providerId && suspension.liftedAt === null)
    return ruledAt(suspension.suspendedAt, suspension.suspendedBy, app.clock.now());
  const incident = await app.database.prisma.incident.findFirst({
    where: { id: datum, providerId, verdict: 'UPHELD' },
  });
  if (!incident?.decidedAt) return refuse('ratings.appeal-datum', { datum }, 'datum');
  return ruledAt(incident.decidedAt, incident.decidedBy, app.clock.now());
}

/** A ruling belongs to the quarter in which it was given, rated already or not. */
function ruledAt(at: Date, originalDecider: string | null, now: Date): Result<Decision> {
  const kind = stillIn(at, now);
  if (isRefused(kind)) return kind;
  return ok({ kind: kind.ok, quarter: quarterOf(today(at, PROGRAMME_ZONE)), originalDecider });
}

async function ratingBehind(
  { database, clock }: Deps,
  providerId: OrganisationId,
): Promise<Result<Decision>> {
  const rated = await database.prisma.ratingSnapshot.findFirst({
    where: { providerId },
    orderBy: { quarter: 'desc' },
    select: { quarter: true },
  });
  if (!rated) return refuse('ratings.appeal-nothing');
  const cycle = await database.prisma.ratingCycle.findUniqueOrThrow({ where: { quarter: rated.quarter } });
  const kind = appealKindNow(cycle, clock.now());
  if (isRefused(kind)) return kind;
  const { quarter, publishedBy } = cycle;
  return ok({ kind: kind.ok, quarter, originalDecider: publishedBy === CLOCK_ACTOR ? null : publishedBy });
}

function statements(input: OpenAppeal, opened: OpenedAppeal & Decision, at: Date): readonly Prisma.Sql[] {
  const { actor, requestId, providerId, datum, grounds } = input;
  const { id, kind, quarter, dueAt, originalDecider } = opened;
  const audit = auditCtes(
    {
      objectType: 'provider',
      objectId: providerId,
      actor: actor.principalId,
      org: providerId,
      action: 'rating.appeal-opened',
      requestId,
      at,
      data: { id, kind, quarter, datum },
    },
    { guard: 'opened' },
  );
  return [
    handled(requestId, at),
    Prisma.sql`WITH opened AS (
        INSERT INTO rating_appeal (id, provider_id, quarter, kind, datum, text, state, opened_by, opened_at, due_at,
          original_decider, decided_by)
        VALUES (${id}, ${providerId}, ${quarter}, ${kind}, ${datum}, ${grounds}, 'OPEN', ${actor.principalId},
          ${at}::timestamptz, ${dueAt}::timestamptz, ${originalDecider}::text, '{}')
        ON CONFLICT DO NOTHING RETURNING 1), ${audit}
      SELECT expect_rows((SELECT count(*) FROM opened), 1, ${TWICE})`,
    ...(kind === 'APPEAL' ? [stayDemotion({ providerId, quarter })] : []),
  ];
}
