import type { App } from '../../../app.ts';
import { auditCtes } from '../../../audit/event.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor, OrganisationId } from '../../../people/principal.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { today } from '../../../reports/periods.ts';
import { ok, type Refusal, type Result, refuse, refuseAll } from '../../../result.ts';
import { PROGRAMME_ZONE, type Quarter, quarterOf } from '../../cycle/quarter.ts';
import { effectivePairs } from '../../record/evidence/pairs.ts';

export const QUESTIONS = ['results', 'responsiveness', 'honesty', 'wouldRenew'] as const;
export type Question = (typeof QUESTIONS)[number];

export interface AnswerSurvey {
  readonly actor: Actor;
  readonly requestId: string;
  readonly storeId: OrganisationId;
  readonly providerId: OrganisationId;
  /** 1 to 5, as typed. */
  readonly answers: Readonly<Record<Question, string>>;
}

type Deps = Pick<App, 'database' | 'clock'>;

/**
 * A store's one voice on a provider in a quarter (domain-rules §7.3 D1): the first one counts. Refuses
 * `ratings.survey-no-relationship`, `ratings.survey-related`, `ratings.survey-answered`, and beside its input
 * `ratings.survey-stars`.
 */
export async function answerSurvey(
  app: Deps,
  input: AnswerSurvey,
): Promise<Result<{ readonly quarter: Quarter }>> {
  const refusal = permissionRefusal(permitted('rating.survey', input.actor, { storeId: input.storeId }));
  if (refusal) return refusal;
  const at = app.clock.now();
  const quarter = quarterOf(today(at, PROGRAMME_ZONE));
  const wrong = (await mayAnswer(app, input, quarter)) ?? starsRefusal(input.answers);
  if (wrong) return wrong;
  try {
    await app.database.change([handled(input.requestId, at), written(input, { quarter, at })]);
  } catch (error) {
    if (error instanceof Conflict && error.code === ANSWERED)
      return refuse('ratings.survey-answered', { quarter });
    throw error;
  }
  return ok({ quarter });
}

const ANSWERED = 'survey-answered';

async function mayAnswer(
  app: Deps,
  { storeId, providerId }: AnswerSurvey,
  quarter: Quarter,
): Promise<Refusal | null> {
  const pairs = await effectivePairs(app, [storeId], quarter);
  const pair = pairs.find((each) => each.providerId === providerId);
  if (!pair) return refuse('ratings.survey-no-relationship');
  if (pair.related) return refuse('ratings.survey-related', { provider: pair.providerName });
  return pair.answered ? refuse('ratings.survey-answered', { quarter }) : null;
}

function starsRefusal(answers: AnswerSurvey['answers']): Refusal | null {
  const wrong = QUESTIONS.filter((question) => !/^[1-5]$/.test(answers[question]));
  const [first, ...others] = wrong.map((question) => refuse('ratings.survey-stars', {}, question));
  return first ? refuseAll([first, ...others]) : null;
}

interface Occasion {
  readonly quarter: Quarter;
  readonly at: Date;
}

/** What was answered stays out of the audit trail, which more people read than the rating's owner. */
function written(
  { actor, storeId, providerId, requestId, answers }: AnswerSurvey,
  { quarter, at }: Occasion,
) {
  const stars = QUESTIONS.map((question) => Prisma.sql`${Number(answers[question])}::int`);
  const audit = auditCtes(
    {
      objectType: 'store',
      objectId: storeId,
      actor: actor.principalId,
      org: storeId,
      action: 'rating.survey-answered',
      requestId,
      at,
      data: { providerId, quarter },
    },
    { guard: 'voice' },
  );
  return Prisma.sql`
    WITH voice AS (
      INSERT INTO survey_answer (provider_id, store_id, quarter, results, responsiveness, honesty, would_renew,
        principal_id, at)
      VALUES (${providerId}, ${storeId}, ${quarter}, ${Prisma.join(stars)}, ${actor.principalId}, ${at}::timestamptz)
      ON CONFLICT DO NOTHING RETURNING 1),
    ${audit}
    SELECT expect_rows((SELECT count(*) FROM voice), 1, ${ANSWERED})`;
}
