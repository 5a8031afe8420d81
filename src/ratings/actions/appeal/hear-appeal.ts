import type { App } from '../../../app.ts';
import { auditCtes } from '../../../audit/event.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { owe } from '../../../delivery/owe.ts';
import type { OwedMessage } from '../../../delivery/view.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor } from '../../../people/principal.ts';
import { refusePerson } from '../../../people/refusals.ts';
import { appealIsHeardByAnother, secondIsAnother } from '../../../people/separation-of-duties.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { ok, type Refusal, type Result, refuse } from '../../../result.ts';
import { SHORTEST_GROUNDS } from '../../appeals.ts';
import { endStay } from '../../record/appeals/stay.ts';
import { type Lifting, liftedCtes } from '../../record/suspensions.ts';
import { correctRating } from '../cycle/correct-rating.ts';
import { toldOfAppeal } from './told.ts';

export interface HearAppeal {
  readonly actor: Actor;
  readonly requestId: string;
  readonly appealId: string;
  readonly verdict: 'UPHELD' | 'DISMISSED';
  readonly reason: string;
}

export interface HeardAppeal {
  /** False: of two people, the second is still to agree. */
  readonly final: boolean;
  readonly verdict: HearAppeal['verdict'];
}

type Appeal = NonNullable<Awaited<ReturnType<App['database']['prisma']['ratingAppeal']['findUnique']>>>;
type Deps = Pick<App, 'database' | 'clock' | 'queue'>;

/**
 * The answer to an objection or an appeal, by somebody else than the first decision's author (SOD-4); an escalated one by
 * two leads who agree; the provider is told. Upheld, the datum is put right and the rating made anew; dismissed, a waiting demotion takes effect.
 * Refuses `ratings.appeal-unknown`, `ratings.appeal-decided`, `ratings.appeal-grounds`, `people.*`.
 */
export async function hearAppeal(app: Deps, input: HearAppeal): Promise<Result<HeardAppeal>> {
  const appeal = await app.database.prisma.ratingAppeal.findUnique({ where: { id: input.appealId } });
  if (!appeal) return refuse('ratings.appeal-unknown');
  const refusal = mayHear(input, appeal);
  if (refusal) return refusal;
  const final = appeal.state === 'OPEN' || appeal.decidedBy.length > 0;
  const agreed =
    !final || appeal.state === 'OPEN' || appeal.reason?.startsWith(`${input.verdict}: `) === true;
  // Two leads who disagree leave what was published.
  const verdict = agreed ? input.verdict : 'DISMISSED';
  const messages = final ? await toldOfAppeal(app, appeal) : [];
  try {
    await app.database.change(statements(app, { ...input, verdict }, { appeal, final, messages }));
  } catch (error) {
    if (error instanceof Conflict && error.code === DECIDED) return refuse('ratings.appeal-decided');
    throw error;
  }
  if (final && verdict === 'UPHELD') {
    const { providerId, quarter, id } = appeal;
    await correctRating(app, { providerId, quarter, reason: `${id}: ${input.reason.trim()}` });
  }
  return ok({ final, verdict });
}

const DECIDED = 'appeal-decided';

function mayHear({ actor, reason }: HearAppeal, appeal: Appeal): Refusal | null {
  const action = appeal.state === 'ESCALATED' ? 'rating.hear-escalation' : 'rating.hear-appeal';
  const refusal = permissionRefusal(permitted(action, actor));
  if (refusal) return refusal;
  if (appeal.state !== 'OPEN' && appeal.state !== 'ESCALATED') return refuse('ratings.appeal-decided');
  if (actor.memberships.some(({ organisationId }) => organisationId === appeal.providerId))
    return refusePerson('party-member-may-not-decide', { rolesNeeded: ['STAFF_LEAD'] });
  const hand = { principalId: actor.principalId };
  const deciders = appeal.originalDecider === null ? [] : [appeal.originalDecider];
  for (const decider of deciders) {
    const same = appealIsHeardByAnother({ principalId: decider }, hand);
    if (same) return same;
  }
  for (const first of appeal.decidedBy) {
    const same = secondIsAnother({ principalId: first }, hand);
    if (same) return same;
  }
  return reason.trim().length < SHORTEST_GROUNDS
    ? refuse('ratings.appeal-grounds', { minimum: SHORTEST_GROUNDS }, 'reason')
    : null;
}

interface Hearing {
  readonly appeal: Appeal;
  readonly final: boolean;
  readonly messages: readonly OwedMessage[];
}

function statements(
  { clock, queue }: Deps,
  input: HearAppeal,
  { appeal, final, messages }: Hearing,
): readonly Prisma.Sql[] {
  const { actor, requestId, verdict, reason } = input;
  const { id, providerId, quarter, datum } = appeal;
  const at = clock.now();
  const state = final ? verdict : appeal.state;
  const audit = auditCtes(
    {
      objectType: 'provider',
      objectId: providerId,
      actor: actor.principalId,
      org: 'platform',
      action: final ? 'rating.appeal-decided' : 'rating.appeal-first-voice',
      requestId,
      at,
      data: { id, quarter, datum, verdict },
    },
    { guard: 'heard' },
  );
  return [
    handled(requestId, at),
    Prisma.sql`WITH heard AS (
        UPDATE rating_appeal SET state = ${state}, state_seq = state_seq + 1, reason = ${`${verdict}: ${reason.trim()}`},
          decided_by = decided_by || ${actor.principalId}::text, decided_at = ${at}::timestamptz
        WHERE id = ${id} AND state_seq = ${appeal.stateSeq}::int RETURNING 1), ${audit}
      SELECT expect_rows((SELECT count(*) FROM heard), 1, ${DECIDED})`,
    ...(final && verdict === 'UPHELD'
      ? righted(datum, { by: actor.principalId, reason: `${id}: ${reason.trim()}`, at })
      : []),
    ...(final
      ? [endStay({ providerId, quarter }), ...owe(queue, { messages, redraw: [id, datum] }, at)]
      : []),
  ];
}

/**
 * An incident that should not have been upheld is dismissed, a suspension that should not stand is lifted; figures are
 * corrected by those who keep them.
 */
const righted = (datum: string, lifting: Omit<Lifting, 'id'>): readonly Prisma.Sql[] => [
  Prisma.sql`UPDATE incident SET verdict = 'DISMISSED' WHERE id = ${datum}`,
  Prisma.sql`WITH ${liftedCtes({ ...lifting, id: datum })} SELECT count(*) FROM stands_again`,
];
