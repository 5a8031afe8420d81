import type { App } from '../../../app.ts';
import { auditCtes } from '../../../audit/event.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { owe } from '../../../delivery/owe.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor } from '../../../people/principal.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { isRefused, ok, type Result, refuse } from '../../../result.ts';
import type { Problem } from '../../diagnosis/diagnose.ts';
import { targetOf } from '../../plans/effect.ts';
import { LESSONS, TASKS } from '../../plans/modules.ts';
import { benefitsOf } from '../../record/benefits-of.ts';
import { diagnosisById, type StoredDiagnosis } from '../../record/diagnoses/diagnoses.ts';
import { holdersOf } from '../../record/people.ts';
import { planSubject } from '../../subjects.ts';
import { viewerOf } from '../diagnosis/viewer.ts';
import { PLAN_VIEW } from './change-plan.ts';

export interface ProposePlan {
  readonly actor: Actor;
  readonly requestId: string;
  readonly diagnosisId: string;
}

type Deps = Pick<App, 'database' | 'queue' | 'clock' | 'ids'>;

/**
 * A plan for the main problem of a diagnosis: one module, three tasks, and half the gap to the median. One at a time for a store and
 * a problem. Refuses `training.no-problem`, `training.plan-there`, and what looking at the store refuses.
 */
export async function proposePlan(app: Deps, input: ProposePlan): Promise<Result<{ readonly id: string }>> {
  const diagnosis = await diagnosisById(app, input.diagnosisId);
  if (!diagnosis?.providerId) return refuse('training.no-problem');
  const { providerId, result } = diagnosis;
  const refusal = permissionRefusal(permitted('training.propose', input.actor, { providerId }));
  if (refusal) return refusal;
  const viewer = await viewerOf(app, input.actor, diagnosis.storeId);
  if (isRefused(viewer)) return viewer;
  if (result.main === null) return refuse('training.no-problem');
  const proposal = { id: app.ids.next('tpl'), providerId, problem: result.main };
  const [admins, { benefits }] = await Promise.all([
    holdersOf(app, 'PROVIDER_ADMIN', providerId),
    benefitsOf(app, providerId),
  ]);
  const at = app.clock.now();
  // Whoever proposes it has it before them.
  const told = admins.filter(({ principalId }) => principalId !== input.actor.principalId);
  const message = {
    view: PLAN_VIEW,
    subject: planSubject(proposal),
    stateSeq: 0,
    rule: 'training.plan-proposed',
  };
  try {
    await app.database.change([
      handled(input.requestId, at),
      ...written(input, { ...proposal, diagnosis, coaching: benefits.training, at }),
      ...owe(app.queue, { messages: told.map((receiver) => ({ ...message, receiver })), redraw: [] }, at),
    ]);
  } catch (error) {
    if (error instanceof Conflict && error.code === THERE) return refuse('training.plan-there');
    throw error;
  }
  return ok({ id: proposal.id });
}

const THERE = 'plan-there';

interface Proposal {
  readonly id: string;
  readonly providerId: string;
  readonly problem: Problem;
  readonly diagnosis: StoredDiagnosis;
  readonly coaching: string;
  readonly at: Date;
}

function written({ actor, requestId }: ProposePlan, proposal: Proposal): readonly Prisma.Sql[] {
  const { id, providerId, problem, diagnosis, coaching, at } = proposal;
  const { module, metric } = LESSONS[problem];
  const standing = diagnosis.result.factors.find(({ factor }) => factor === metric);
  const target = standing && targetOf(standing.value, standing.median);
  const audit = auditCtes(
    {
      objectType: 'provider',
      objectId: providerId,
      actor: actor.principalId,
      action: 'training.plan-proposed',
      requestId,
      at,
      data: { plan: id, storeId: diagnosis.storeId, problem, module },
    },
    { guard: 'plan' },
  );
  const tasks = TASKS.map((number) => Prisma.sql`(${id}, ${number}::int, ${`${module}.${number}`})`);
  return [
    Prisma.sql`
      WITH plan AS (
        INSERT INTO training_plan (id, provider_id, store_id, diagnosis_id, problem, module, state, state_seq, baseline,
          target, coaching, proposed_by, proposed_at)
        VALUES (${id}, ${providerId}, ${diagnosis.storeId}, ${diagnosis.id}, ${problem}, ${module}, 'PROPOSED', 0,
          ${standing?.value ?? null}::float8, ${target ?? null}::float8, ${coaching}, ${actor.principalId},
          ${at}::timestamptz)
        ON CONFLICT DO NOTHING RETURNING 1), ${audit}
      SELECT expect_rows((SELECT count(*) FROM plan), 1, ${THERE})`,
    Prisma.sql`INSERT INTO training_task (plan_id, number, code) VALUES ${Prisma.join(tasks)}`,
  ];
}
