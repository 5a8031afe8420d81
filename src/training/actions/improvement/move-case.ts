import type { App } from '../../../app.ts';
import { auditCtes } from '../../../audit/event.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { owe } from '../../../delivery/owe.ts';
import { openReportIds } from '../../../directory/records/standing-record.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor } from '../../../people/principal.ts';
import { refusePerson } from '../../../people/refusals.ts';
import { secondIsAnother } from '../../../people/separation-of-duties.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { isRefused, type Refusal, type Result, refuse } from '../../../result.ts';
import { type CaseEvent, type CaseState, caseAfter, isEnded } from '../../improvement/lifecycle.ts';
import { caseById, type ImprovementCase } from '../../record/improvement/cases.ts';
import { holdersOf } from '../../record/people.ts';
import { caseSubject } from '../../subjects.ts';
import { caseColumns, daysPlanned } from './case-columns.ts';
import { CASE_VIEW } from './open-case.ts';

export interface MoveCase {
  readonly actor: Actor;
  readonly requestId: string;
  readonly caseId: string;
  readonly stateSeq: number;
  readonly event: CaseEvent;
  /** The note of the talk, the goals, or the ground. */
  readonly text: string;
  /** What the platform gives, for a written plan. */
  readonly support?: string;
}

const SHORTEST_TEXT = 20;
const EXITS: readonly CaseEvent[] = ['proposeExit', 'exit', 'keep'];
const STAFF = { rolesNeeded: ['STAFF_REVIEWER', 'STAFF_LEAD'] } as const;
const STALE = 'case-changed';

type Deps = Pick<App, 'database' | 'queue' | 'clock'>;

/**
 * One step of the ladder, by staff who do not belong to the provider; an exit is proposed by one lead and decided by another,
 * and bars the provider. Refuses what {@link caseAfter} refuses, `training.text` beside its input, and `people.*`.
 */
export async function moveCase(app: Deps, input: MoveCase): Promise<Result<CaseState>> {
  const { actor, caseId, stateSeq, event } = input;
  const refusal = permissionRefusal(permitted(EXITS.includes(event) ? 'staff.exit' : 'staff.improve', actor));
  if (refusal) return refusal;
  const found = await caseById(app, caseId);
  if (!found || found.stateSeq !== stateSeq) return refuse('training.case-changed');
  const wrong = mayMove(input, found);
  if (wrong) return wrong;
  const to = caseAfter(found, event);
  if (isRefused(to)) return to;
  try {
    await app.database.change(await statements(app, input, { found, to: to.ok }));
  } catch (error) {
    if (error instanceof Conflict && error.code === STALE) return refuse('training.case-changed');
    throw error;
  }
  return to;
}

function mayMove({ actor, event, text, support }: MoveCase, found: ImprovementCase): Refusal | null {
  if (actor.memberships.some(({ organisationId }) => organisationId === found.providerId))
    return refusePerson('party-member-may-not-decide', STAFF);
  const deciding = event === 'exit' || event === 'keep';
  const same =
    deciding && found.proposedBy !== null
      ? secondIsAnother({ principalId: found.proposedBy }, { principalId: actor.principalId })
      : null;
  if (same) return same;
  if (text.trim().length < SHORTEST_TEXT) return refuse('training.text', { minimum: SHORTEST_TEXT }, 'text');
  return event === 'plan' && (support ?? '').trim().length < SHORTEST_TEXT
    ? refuse('training.text', { minimum: SHORTEST_TEXT }, 'support')
    : null;
}

interface Step {
  readonly found: ImprovementCase;
  readonly to: CaseState;
}

async function statements(app: Deps, input: MoveCase, { found, to }: Step): Promise<readonly Prisma.Sql[]> {
  const { requestId, stateSeq, event } = input;
  const { providerId } = found;
  const at = app.clock.now();
  const [admins, leads, reports] = await Promise.all([
    holdersOf(app, 'PROVIDER_ADMIN', providerId),
    event === 'proposeExit' ? holdersOf(app, 'STAFF_LEAD', 'platform') : [],
    event === 'exit' ? openReportIds(app, providerId) : [],
  ]);
  const subject = caseSubject(found);
  const message = { view: CASE_VIEW, subject, stateSeq: stateSeq + 1, rule: `improvement-${event}` };
  // Reasons are told with the effect; a mere proposal is the leads' own until it is decided.
  const told = event === 'proposeExit' ? leads : admins;
  return [
    handled(requestId, at),
    moved(input, { found, to }, at),
    Prisma.sql`DELETE FROM reminder WHERE object = ${subject} AND settled_at IS NULL`,
    ...(event === 'plan' ? [daysPlanned(subject, at)] : []),
    ...(event === 'exit'
      ? [
          Prisma.sql`UPDATE provider SET barred_at = coalesce(barred_at, ${at}::timestamptz) WHERE id = ${providerId}`,
        ]
      : []),
    ...owe(
      app.queue,
      { messages: told.map((receiver) => ({ ...message, receiver })), redraw: [subject, ...reports] },
      at,
    ),
  ];
}

function moved(input: MoveCase, { found, to }: Step, at: Date): Prisma.Sql {
  const { actor, requestId, caseId, stateSeq, event } = input;
  const audit = auditCtes(
    {
      objectType: 'provider',
      objectId: found.providerId,
      actor: actor.principalId,
      org: 'platform',
      action: `training.improvement-${event}`,
      requestId,
      at,
      data: { case: caseId, state: to },
    },
    { guard: 'moved' },
  );
  const columns = Prisma.join([
    Prisma.sql`state = ${to}`,
    Prisma.sql`state_seq = state_seq + 1`,
    ...caseColumns(input, at),
    ...(isEnded(to) ? [Prisma.sql`ended_at = ${at}::timestamptz`] : []),
  ]);
  return Prisma.sql`
    WITH moved AS (
      UPDATE improvement_case SET ${columns} WHERE id = ${caseId} AND state_seq = ${stateSeq}::int RETURNING 1),
    ${audit}
    SELECT expect_rows((SELECT count(*) FROM moved), 1, ${STALE})`;
}
