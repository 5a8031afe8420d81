import type { App } from '../../../app.ts';
import { auditEvent } from '../../../audit/event.ts';
import { ORGANISATION_CHAIN } from '../../../audit/payload.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { BusinessCalendar } from '../../../reminders/calendar/calendar.ts';
import { ROLE_ORGANISATION } from '../../principal.ts';
import { announced } from '../announce.ts';
import type { Delegation } from '../delegation.ts';
import { endPlanned } from '../reminders/plan-end.ts';
import type { DelegateInput } from './delegate.ts';

/** The conflict of a delegation that was judged over fewer than there are now. */
export const STANDING_CHANGED = 'standing-changed';

interface Writing {
  readonly made: Delegation;
  /** What the judgement rests on. */
  readonly standing: readonly Delegation[];
  /** The delegator's, on which its end is reminded of. */
  readonly calendar: BusinessCalendar;
}

/** Everything that a new delegation writes, in the order in which it is written. */
export function delegationWrites(
  deps: Pick<App, 'queue' | 'clock'>,
  input: DelegateInput,
  { made, standing, calendar }: Writing,
): Prisma.Sql[] {
  const at = deps.clock.now();
  const { id, delegator, delegate: to, from, until } = made;
  return [
    ...stillStanding(made, standing, at),
    Prisma.sql`
      INSERT INTO delegation (id, organisation_id, role, delegator_id, delegate_id, report_id, from_at, until_at, reason,
                              created_at)
      VALUES (${id}, ${made.organisationId}, ${made.role}, ${delegator}, ${to}, ${made.reportId}, ${from}, ${until},
              ${input.reason}, ${at})`,
    ...endPlanned(made, calendar),
    auditEvent({
      objectType: ORGANISATION_CHAIN[ROLE_ORGANISATION[made.role]],
      objectId: made.organisationId,
      actor: delegator,
      org: made.organisationId,
      action: 'delegation.set',
      after: made,
      at,
      requestId: input.requestId,
      data: { ...made, from: from.toISOString(), until: until.toISOString(), reason: input.reason },
    }),
    ...announced(
      deps.queue,
      { id, rule: 'delegation.set', to, inboxes: [delegator, ...(to === null ? [] : [to])] },
      at,
    ),
    input.draft,
    handled(input.requestId, at),
  ];
}

/** One after the other for each role of an organisation; and nothing was added since it was read. */
function stillStanding(
  { organisationId, role }: Delegation,
  standing: readonly Delegation[],
  at: Date,
): Prisma.Sql[] {
  const known = standing.map(({ id }) => id);
  return [
    Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${`delegation ${organisationId} ${role}`}, 0))::text`,
    Prisma.sql`
      SELECT expect_rows((SELECT count(*) FROM delegation
        WHERE organisation_id = ${organisationId} AND role = ${role} AND until_at > ${at} AND ended_at IS NULL
          AND id <> ALL(${known}::text[])), 0, ${STANDING_CHANGED}::text)`,
  ];
}
