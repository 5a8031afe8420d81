import type { App } from '../../app.ts';
import { auditCtes } from '../../audit/event.ts';
import { handled } from '../../chat/requests/handled.ts';
import { owe } from '../../delivery/owe.ts';
import { permissionRefusal, permitted } from '../../people/permissions.ts';
import type { Actor } from '../../people/principal.ts';
import { Conflict } from '../../platform/database/errors.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { inboxSubject } from '../../reports/actions/told.ts';
import { ok, type Result, refuse } from '../../result.ts';
import { issueNamed, type NamedIssue } from '../record/issues.ts';
import { urgentMessage } from '../told.ts';

export interface Acknowledge {
  readonly actor: Actor;
  readonly issueId: string;
  readonly requestId: string;
}

type Needs = Pick<App, 'database' | 'queue' | 'clock'>;

/**
 * Somebody of the provider has seen it and works on it: the clock of QS09 stops, and whoever reported it is told at once.
 * Refuses `urgent.unknown`, and `urgent.acknowledged-already` to the second of two.
 */
export async function acknowledge(app: Needs, input: Acknowledge): Promise<Result<NamedIssue>> {
  const issue = await issueNamed(app, input.issueId);
  if (!issue) return refuse('urgent.unknown');
  const refusal = permissionRefusal(permitted('urgent.acknowledge', input.actor, issue));
  if (refusal) return refusal;
  try {
    await app.database.change(await writes(app, input, issue));
  } catch (error) {
    if (error instanceof Conflict && error.code === TAKEN) return takenBy(await issueNamed(app, issue.id));
    throw error;
  }
  return ok((await issueNamed(app, issue.id)) ?? issue);
}

const TAKEN = 'urgent-acknowledged';

const takenBy = (issue: NamedIssue | null) =>
  refuse('urgent.acknowledged-already', {
    name: issue?.acknowledgerName ?? '',
    at: issue?.acknowledgedAt ?? '',
  });

async function writes(
  { database, queue, clock }: Needs,
  { actor, requestId }: Acknowledge,
  issue: NamedIssue,
): Promise<Prisma.Sql[]> {
  const at = clock.now();
  const { id, reportedBy } = issue;
  const team = await database.prisma.membership.findMany({
    where: { organisationId: issue.providerId },
    select: { principalId: true },
  });
  const messages =
    reportedBy === actor.principalId ? [] : [urgentMessage(id, 'urgent.acknowledged', reportedBy)];
  const inboxes = [...new Set(team.map(({ principalId }) => inboxSubject(principalId)))];
  return [
    acknowledged(issue, { actor, requestId, at }),
    Prisma.sql`DELETE FROM reminder WHERE object = ${id} AND settled_at IS NULL`,
    ...owe(queue, { messages, redraw: [id, ...inboxes] }, at),
    handled(requestId, at),
  ];
}

function acknowledged(
  { id, reportId, providerId }: NamedIssue,
  { actor, requestId, at }: Pick<Acknowledge, 'actor' | 'requestId'> & { readonly at: Date },
): Prisma.Sql {
  const audit = auditCtes(
    {
      objectType: 'report',
      objectId: reportId,
      actor: actor.principalId,
      org: providerId,
      action: 'report.urgent-acknowledged',
      requestId,
      at,
      data: { issue: id },
    },
    { guard: 'seen' },
  );
  return Prisma.sql`
    WITH seen AS (
      UPDATE urgent_issue SET acknowledged_by = ${actor.principalId}, acknowledged_at = ${at}::timestamptz
      WHERE id = ${id} AND acknowledged_at IS NULL RETURNING id),
    ${audit}
    SELECT expect_rows((SELECT count(*) FROM seen), 1, ${TAKEN})`;
}
