import type { App } from '../../../app.ts';
import { owe } from '../../../delivery/owe.ts';
import type { Actor, OrganisationId } from '../../../people/principal.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { BENEFITS } from '../../../ratings/ladder/benefits.ts';
import type { Level } from '../../../ratings/levels/level.ts';
import { isRefused, ok, type Refusal, type Result, refuse } from '../../../result.ts';
import { nextState } from '../../lifecycle/table.ts';
import type { Opportunity } from '../../need/opportunity.ts';
import { openBidsOf } from '../../record/read/bids.ts';
import { oneCandidate } from '../../record/read/one-candidate.ts';
import { findOpportunity } from '../../record/read/opportunity.ts';
import type { ListedPlace } from '../../record/read/places.ts';
import { brandSide } from '../../record/read/receivers.ts';
import { toldTo } from '../../told.ts';
import { type Matched, withFacts } from '../slate/matched.ts';
import { unknownOpportunity } from '../stale.ts';
import { ANSWERED, interestStatements, NO_FREE_BID, NOT_ABLE, NOT_OPEN } from './interest-statements.ts';
import { seatFor } from './seat.ts';
import { whoAnswers } from './who-answers.ts';

export interface ShowInterest {
  readonly actor: Actor;
  readonly requestId: string;
  readonly opportunityId: string;
}

export interface ShownInterest {
  readonly opportunity: Opportunity;
  readonly providerId: OrganisationId;
  /** A docking seat: it stood on no slate. */
  readonly seat: boolean;
}

type Deps = Pick<App, 'database' | 'clock' | 'queue'>;

/**
 * A provider wants to serve the brand, within the open bids of its level (domain-rules §8). Whoever stands on no slate may ask
 * for a docking seat where its level gives one. Refuses `opportunities.ended`, `deadline-passed`, `not-listed`, `not-able`,
 * `already-interested`, and `no-free-bid`, which names the open ones.
 */
export async function showInterest(app: Deps, input: ShowInterest): Promise<Result<ShownInterest>> {
  const opportunity = await findOpportunity(app, input.opportunityId);
  if (!opportunity || opportunity.state === 'DRAFT') return unknownOpportunity(input.opportunityId);
  const who = await whoAnswers(app, input.actor, opportunity.id);
  if (isRefused(who)) return who;
  const { providerId, place } = who.ok;
  const refusal = closed(opportunity, place, app.clock.now());
  if (refusal) return refusal;
  const row = await oneCandidate(app, providerId, opportunity);
  const [matched] = row ? await withFacts(app, opportunity, [row]) : [];
  if (!matched) return refuse('opportunities.not-able');
  const seat = place ? null : seatFor(matched, opportunity);
  if (seat && isRefused(seat)) return seat;
  try {
    await written(app, { opportunity, providerId, matched, seat: seat?.ok ?? null, input });
  } catch (error) {
    const lost =
      error instanceof Conflict ? await lostTo(app, error.code, { opportunity, providerId, matched }) : null;
    if (lost) return lost;
    throw error;
  }
  return ok({ opportunity, providerId, seat: seat !== null });
}

function closed(opportunity: Opportunity, place: ListedPlace | null, now: Date): Refusal | null {
  const { state, dueAt } = opportunity;
  const to = nextState(state, 'interest');
  if (isRefused(to)) return refuse('opportunities.ended', { opportunityState: state });
  if (now >= dueAt) return refuse('opportunities.deadline-passed', { at: dueAt });
  return place?.answer === 'INTERESTED' ? refuse('opportunities.already-interested') : null;
}

interface Written {
  readonly opportunity: Opportunity;
  readonly providerId: OrganisationId;
  readonly matched: Matched;
  readonly seat: Parameters<typeof interestStatements>[0]['seat'];
  readonly input: ShowInterest;
}

async function written(app: Deps, { opportunity, providerId, matched, seat, input }: Written): Promise<void> {
  const { actor, requestId } = input;
  const at = app.clock.now();
  const by = actor.principalId;
  const most = BENEFITS[matched.facts.benefits].openBids;
  const told = {
    ...{ subject: opportunity.id, stateSeq: opportunity.stateSeq + 1, except: by },
    // Two may show interest at the same moment: each is news of its own.
    rule: `interest-${providerId}`,
  };
  const messages = toldTo({ ...told, people: await brandSide(app, opportunity) });
  await app.database.change([
    ...interestStatements({ opportunity, providerId, by, at, most, seat, requestId }),
    ...owe(app.queue, { messages, redraw: [opportunity.id] }, at),
  ]);
}

interface Lost {
  readonly opportunity: Opportunity;
  readonly providerId: OrganisationId;
  readonly matched: Matched;
}

/** What came between the reading and the change; null: nothing of an opportunity. */
async function lostTo(
  app: Deps,
  code: string,
  { opportunity, providerId, matched }: Lost,
): Promise<Refusal | null> {
  switch (code) {
    case NO_FREE_BID:
      return noFreeBid(app, providerId, matched.facts.benefits);
    case NOT_ABLE:
      return refuse('opportunities.not-able');
    case ANSWERED:
      return refuse('opportunities.already-interested');
    case NOT_OPEN: {
      const now = await findOpportunity(app, opportunity.id);
      return (now && closed(now, null, app.clock.now())) ?? refuse('opportunities.already-interested');
    }
    default:
      return null;
  }
}

async function noFreeBid(app: Deps, providerId: OrganisationId, level: Level): Promise<Refusal> {
  const open = await openBidsOf(app, providerId);
  const bids = open.map(({ brand, id }) => `${brand} (${id})`);
  return refuse('opportunities.no-free-bid', { most: BENEFITS[level].openBids, bids });
}
