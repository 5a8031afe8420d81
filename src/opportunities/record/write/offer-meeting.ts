import { auditCtes } from '../../../audit/event.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { Meeting } from '../read/meetings.ts';

/** The code of the `Conflict` when the times have changed since they were read. */
export const MEETING_CHANGED = 'meeting-changed';

interface Hand {
  readonly by: string;
  readonly at: Date;
  readonly requestId: string;
}

/** The first offer of a meeting, or the one that takes the place of `before`. Aborts with {@link MEETING_CHANGED}. */
export function offerMeeting(
  meeting: Meeting,
  before: Meeting | undefined,
  { by, at, requestId }: Hand,
): Prisma.Sql {
  const { id, opportunityId, providerId, stateSeq, offeredBy, times, minutes, place } = meeting;
  const written =
    before === undefined
      ? Prisma.sql`INSERT INTO docking_meeting (id, opportunity_id, provider_id, state, state_seq, offered_by, offerer, times,
            minutes, place, changed_at)
          VALUES (${id}, ${opportunityId}, ${providerId}, 'OFFERED', ${stateSeq}::int, ${offeredBy}, ${by},
            ${[...times]}::timestamptz[], ${minutes}::int, ${place}, ${at}::timestamptz)`
      : Prisma.sql`UPDATE docking_meeting SET state = 'OFFERED', state_seq = ${stateSeq}::int, offered_by = ${offeredBy},
            offerer = ${by}, times = ${[...times]}::timestamptz[], place = ${place}, agreed_time = NULL, agreed_by = NULL,
            changed_at = ${at}::timestamptz
          WHERE id = ${id} AND state_seq = ${before.stateSeq}::int`;
  const audit = auditCtes(
    {
      ...{ objectType: 'opportunity', objectId: opportunityId, actor: by, requestId, at },
      action: 'opportunity.offer-times',
      data: { providerId, side: offeredBy, times: times.map((time) => time.toISOString()) },
    },
    { guard: 'offered' },
  );
  return Prisma.sql`WITH offered AS (${written} RETURNING id), ${audit}
    SELECT expect_rows((SELECT count(*) FROM offered), 1, ${MEETING_CHANGED})`;
}
