import type { App } from '../../../app.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { owe } from '../../../delivery/owe.ts';
import { storable, textRefusals } from '../../../directory/typed-text.ts';
import type { Actor, OrganisationId } from '../../../people/principal.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { isRefused, ok, type Refusal, type Result, refusalsOf, refuse, refuseAll } from '../../../result.ts';
import { can } from '../../lifecycle/table.ts';
import { meetingTimes, type TimeInput } from '../../need/meeting-times.ts';
import type { Opportunity } from '../../need/opportunity.ts';
import { type Meeting, type MeetingSide, meetingsOf } from '../../record/read/meetings.ts';
import { findOpportunity } from '../../record/read/opportunity.ts';
import { placesOf } from '../../record/read/places.ts';
import { MEETING_CHANGED, offerMeeting } from '../../record/write/offer-meeting.ts';
import { MEETING_VIEW, toldTo } from '../../told.ts';
import { unknownOpportunity } from '../stale.ts';
import { otherSide, peopleOf, sideOf } from './sides.ts';

export interface OfferTimes {
  readonly actor: Actor;
  readonly requestId: string;
  readonly opportunityId: string;
  readonly providerId: OrganisationId;
  readonly typed: Readonly<Record<TimeInput, string>> & { readonly place: string };
  /** IANA zone of the one who types. */
  readonly zone: string;
}

export const LONGEST_PLACE = 300;
/** How long a docking meeting takes. */
const MINUTES = 60;

type Deps = Pick<App, 'database' | 'clock' | 'ids' | 'queue'>;

/**
 * One side offers up to three times, in the place of whatever was offered or agreed before; the other side is asked. Refuses
 * `opportunities.not-interested`, `opportunities.not-in-this-state`, inputs beside their fields, `meeting-changed`.
 */
export async function offerTimes(app: Deps, input: OfferTimes): Promise<Result<Meeting>> {
  const opportunity = await findOpportunity(app, input.opportunityId);
  if (!opportunity) return unknownOpportunity(input.opportunityId);
  const side = sideOf(input.actor, opportunity, input.providerId);
  if (isRefused(side)) return side;
  if (!can(opportunity.state, 'meet'))
    return refuse('opportunities.not-in-this-state', { opportunityState: opportunity.state });
  const places = await placesOf(app, opportunity.id);
  const place = places.find(({ providerId }) => providerId === input.providerId);
  if (place?.answer !== 'INTERESTED') return refuse('opportunities.not-interested');
  const offer = offerOf(input, app.clock.now());
  if (isRefused(offer)) return offer;
  const before = (await meetingsOf(app, opportunity.id)).find(
    ({ providerId }) => providerId === input.providerId,
  );
  return written(app, {
    input,
    opportunity,
    before,
    side: side.ok,
    offer: offer.ok,
    provider: place.provider,
  });
}

interface Offer {
  readonly times: readonly Date[];
  readonly place: string;
}

function offerOf({ typed, zone }: OfferTimes, now: Date): Result<Offer> {
  const times = meetingTimes(typed, { zone, now });
  const place = storable(typed.place);
  const wrong: readonly Refusal[] = [
    ...(isRefused(times) ? refusalsOf(times) : []),
    ...textRefusals(place, { field: 'place', longest: LONGEST_PLACE }),
  ];
  const [first, ...others] = wrong;
  if (first) return refuseAll([first, ...others]);
  return isRefused(times) ? times : ok({ times: times.ok, place });
}

interface Written {
  readonly input: OfferTimes;
  readonly opportunity: Opportunity;
  readonly before: Meeting | undefined;
  readonly side: MeetingSide;
  readonly offer: Offer;
  readonly provider: string;
}

async function written(app: Deps, offered: Written): Promise<Result<Meeting>> {
  const { input, opportunity, before, side, offer, provider } = offered;
  const { actor, requestId, providerId } = input;
  const at = app.clock.now();
  const meeting: Meeting = {
    ...{ id: before?.id ?? app.ids.next('mtg'), opportunityId: opportunity.id, providerId, provider },
    ...{ state: 'OFFERED', stateSeq: (before?.stateSeq ?? 0) + 1, offeredBy: side, minutes: MINUTES },
    ...{ ...offer, agreedTime: null, changedAt: at },
  };
  const people = await peopleOf(app, otherSide(side), { opportunity, providerId });
  const told = { subject: meeting.id, stateSeq: meeting.stateSeq, rule: 'offered', people };
  const messages = toldTo({ ...told, except: actor.principalId }, MEETING_VIEW);
  try {
    await app.database.change([
      handled(requestId, at),
      offerMeeting(meeting, before, { by: actor.principalId, at, requestId }),
      ...owe(app.queue, { messages, redraw: [meeting.id, opportunity.id] }, at),
    ]);
    return ok(meeting);
  } catch (error) {
    if (error instanceof Conflict && (error.code === MEETING_CHANGED || error.code === 'unique'))
      return refuse('opportunities.meeting-changed');
    throw error;
  }
}
