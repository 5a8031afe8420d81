import type { App } from '../../../app.ts';
import { auditCtes } from '../../../audit/event.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { owe } from '../../../delivery/owe.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor } from '../../../people/principal.ts';
import { refusePerson } from '../../../people/refusals.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { IsoDate, ReportId } from '../../../reports/report.ts';
import { ok, type Refusal, type Result, refuse } from '../../../result.ts';
import { type MonthChecks, monthChecks } from '../../record/checks/month-checks.ts';
import { closedFor, previewAnew } from './counted-still.ts';
import { checksSubject } from './told.ts';

export interface ExemptCheck {
  readonly actor: Actor;
  readonly requestId: string;
  readonly reportId: ReportId;
  readonly month: IsoDate;
  readonly code: string;
}

type Deps = Pick<App, 'database' | 'clock' | 'queue'>;

/**
 * The cause of a miss was on the store's own side: the store agrees to that, or staff rule so, and it is not counted
 * (domain-rules §5). Nobody of the provider does. Refuses `ratings.check-not-missed`, `ratings.checks-closed`, `people.*`.
 */
export async function exemptCheck(app: Deps, input: ExemptCheck): Promise<Result<MonthChecks>> {
  const [month] = await monthChecks(app, [input]);
  if (!month) return refuse('reports.unknown', { report: input.reportId });
  const refusal = mayNotExempt(input, month, app.clock.now());
  if (refusal) return refusal;
  try {
    await app.database.change(statements(app, input, month));
  } catch (error) {
    if (error instanceof Conflict && error.code === NOT_MISSED)
      return refuse('ratings.check-not-missed', { code: input.code });
    throw error;
  }
  await previewAnew(app, month.providerId, month.month);
  return ok(month);
}

const NOT_MISSED = 'check-not-missed';

function mayNotExempt({ actor }: ExemptCheck, month: MonthChecks, now: Date): Refusal | null {
  const refusal = permissionRefusal(permitted('rating.exempt', actor, month));
  if (refusal) return refusal;
  if (actor.memberships.some(({ organisationId }) => organisationId === month.providerId))
    return refusePerson('party-member-may-not-decide', { rolesNeeded: ['STORE_OWNER', 'STAFF_REVIEWER'] });
  return permitted('rating.record', actor).allowed ? null : closedFor(month.month, now);
}

function statements({ clock, queue }: Deps, input: ExemptCheck, { providerId, storeId }: MonthChecks) {
  const { actor, requestId, reportId, month, code } = input;
  const at = clock.now();
  const org = permitted('rating.record', actor).allowed ? 'platform' : storeId;
  const audit = auditCtes(
    {
      ...{ objectType: 'report', objectId: reportId, actor: actor.principalId, org, requestId, at },
      action: 'rating.check-exempted',
      data: { month, code, providerId },
    },
    { guard: 'exempted' },
  );
  return [
    handled(requestId, at),
    Prisma.sql`WITH exempted AS (
        UPDATE quality_check SET verdict = 'EXEMPT', exemption_by = ${actor.principalId}, recorded_at = ${at}::timestamptz
        WHERE report_id = ${reportId} AND month = ${month}::date AND code = ${code} AND verdict = 'MISSED'
        RETURNING 1), ${audit}
      SELECT expect_rows((SELECT count(*) FROM exempted), 1, ${NOT_MISSED})`,
    ...owe(queue, { messages: [], redraw: [checksSubject(reportId, month)] }, at),
  ];
}
