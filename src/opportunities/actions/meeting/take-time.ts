import type { App } from '../../../app.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { owe } from '../../../delivery/owe.ts';
import type { Actor } from '../../../people/principal.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { isRefused, ok, type Result, refuse } from '../../../result.ts';
import { nextState } from '../../lifecycle/table.ts';
import type { Opportunity } from '../../need/opportunity.ts';
import { findMeeting, type Meeting } from '../../record/read/meetings.ts';
import { findOpportunity } from '../../record/read/opportunity.ts';
import { changeStatement } from '../../record/write/change-opportunity.ts';
import { MEETING_CHANGED } from '../../record/write/offer-meeting.ts';
import { MEETING_VIEW, toldTo } from '../../told.ts';
import { unlessStale } from '../stale.ts';
import { peopleOf, sideOf } from './sides.ts';

export interface TakeTime {
  readonly actor: Actor;
  readonly requestId: string;
  readonly meetingId: string;
  /** What was looked at. */
  readonly stateSeq: number;
  /** Which of the offered times, from 0. */
  readonly index: number;
}

type Deps = Pick<App, 'database' | 'clock' | 'queue'>;

/**
 * The other side takes one of the offered times; both sides then get the meeting with its calendar file. Refuses
 * `opportunities.meeting-changed`, `own-times`, `time-is-past`, `not-in-this-state`.
 */
export async function takeTime(app: Deps, input: TakeTime): Promise<Result<Meeting>> {
  const meeting = await findMeeting(app, input.meetingId);
  const opportunity = meeting && (await findOpportunity(app, meeting.opportunityId));
  if (!meeting || !opportunity) return refuse('opportunities.meeting-changed');
  const side = sideOf(input.actor, opportunity, meeting.providerId);
  if (isRefused(side)) return side;
  if (meeting.stateSeq !== input.stateSeq || meeting.state !== 'OFFERED')
    return refuse('opportunities.meeting-changed');
  if (side.ok === meeting.offeredBy) return refuse('opportunities.own-times');
  const time = meeting.times[input.index];
  if (!time) return refuse('opportunities.meeting-changed');
  if (time <= app.clock.now()) return refuse('opportunities.time-is-past', { at: time });
  const to = nextState(opportunity.state, 'meet');
  if (isRefused(to)) return to;
  const agreed: Meeting = { ...meeting, state: 'AGREED', stateSeq: meeting.stateSeq + 1, agreedTime: time };
  return unlessStale(app, opportunity.id, () => written(app, { input, opportunity, agreed, to: to.ok }));
}

interface Written {
  readonly input: TakeTime;
  readonly opportunity: Opportunity;
  readonly agreed: Meeting;
  readonly to: Opportunity['state'];
}

async function written(app: Deps, { input, opportunity, agreed, to }: Written): Promise<Result<Meeting>> {
  const { actor, requestId } = input;
  const at = app.clock.now();
  const by = actor.principalId;
  const sides = { opportunity, providerId: agreed.providerId };
  const people = [...(await peopleOf(app, 'BRAND', sides)), ...(await peopleOf(app, 'PROVIDER', sides))];
  const told = { subject: agreed.id, stateSeq: agreed.stateSeq, rule: 'agreed', people };
  const data = { providerId: agreed.providerId, time: agreed.agreedTime?.toISOString() };
  try {
    await app.database.change([
      handled(requestId, at),
      Prisma.sql`WITH taken AS (
          UPDATE docking_meeting SET state = 'AGREED', state_seq = ${agreed.stateSeq}::int,
            agreed_time = ${agreed.agreedTime}::timestamptz, agreed_by = ${by}, changed_at = ${at}::timestamptz
          WHERE id = ${agreed.id} AND state_seq = ${input.stateSeq}::int RETURNING 1)
        SELECT expect_rows((SELECT count(*) FROM taken), 1, ${MEETING_CHANGED})`,
      changeStatement({ before: opportunity, event: 'meet', to, by, at, requestId, data }),
      // Whoever took it gets the calendar file as well.
      ...owe(app.queue, { messages: toldTo(told, MEETING_VIEW), redraw: [agreed.id, opportunity.id] }, at),
    ]);
    return ok(agreed);
  } catch (error) {
    if (error instanceof Conflict && error.code === MEETING_CHANGED)
      return refuse('opportunities.meeting-changed');
    throw error;
  }
}
