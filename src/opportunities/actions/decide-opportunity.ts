import type { App } from '../../app.ts';
import { handled } from '../../chat/requests/handled.ts';
import { owe } from '../../delivery/owe.ts';
import { storable, textRefusals } from '../../directory/typed-text.ts';
import { permissionRefusal, permitted } from '../../people/permissions.ts';
import type { Actor, OrganisationId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { isRefused, ok, type Refusal, type Result, refuse } from '../../result.ts';
import type { OpportunityState } from '../lifecycle/states.ts';
import { nextState, type OpportunityEvent } from '../lifecycle/table.ts';
import type { Opportunity } from '../need/opportunity.ts';
import { meetingsOf } from '../record/read/meetings.ts';
import { findOpportunity } from '../record/read/opportunity.ts';
import { placesOf } from '../record/read/places.ts';
import { adminsOf, brandSide } from '../record/read/receivers.ts';
import { changeStatement, closePlaces, STALE } from '../record/write/change-opportunity.ts';
import { toldTo } from '../told.ts';
import { changedMeanwhile, unknownOpportunity, unlessStale } from './stale.ts';

export type Outcome =
  | { readonly kind: 'WON'; readonly providerId: OrganisationId }
  | { readonly kind: 'LOST' }
  | { readonly kind: 'WITHDRAWN' };

export interface DecideOpportunity {
  readonly actor: Actor;
  readonly requestId: string;
  readonly opportunityId: string;
  readonly stateSeq: number;
  readonly outcome: Outcome;
  /** Needed unless somebody won; told to the providers. */
  readonly reason: string;
}

export const LONGEST_REASON = 500;

const EVENT = { WON: 'win', LOST: 'lose', WITHDRAWN: 'withdraw' } as const satisfies Record<
  Outcome['kind'],
  OpportunityEvent
>;

type Deps = Pick<App, 'database' | 'clock' | 'queue'>;

/**
 * How it ended, by the store's owner or by staff; every bid is free again. Only whoever agreed on a docking meeting can have
 * won. Refuses `opportunities.not-in-this-state`, `opportunities.not-met`, `directory.reason-needed`, `changed`.
 */
export async function decideOpportunity(app: Deps, input: DecideOpportunity): Promise<Result<Opportunity>> {
  const before = await findOpportunity(app, input.opportunityId);
  if (!before) return unknownOpportunity(input.opportunityId);
  const refusal = permissionRefusal(
    permitted('opportunity.decide', input.actor, { storeId: before.storeId ?? '' }),
  );
  if (refusal) return refusal;
  if (before.stateSeq !== input.stateSeq) return changedMeanwhile(app, before.id);
  const to = nextState(before.state, EVENT[input.outcome.kind]);
  if (isRefused(to)) return to;
  const reason = storable(input.reason);
  const wrong = wrongReason(input.outcome, reason) ?? (await notMet(app, before, input.outcome));
  if (wrong) return wrong;
  return unlessStale(app, before.id, () => written(app, { input: { ...input, reason }, before, to: to.ok }));
}

function wrongReason({ kind }: Outcome, reason: string): Refusal | null {
  if (reason === '') return kind === 'WON' ? null : refuse('directory.reason-needed', {}, 'reason');
  return textRefusals(reason, { field: 'reason', longest: LONGEST_REASON })[0] ?? null;
}

async function notMet(app: Deps, { id }: Opportunity, outcome: Outcome): Promise<Refusal | null> {
  if (outcome.kind !== 'WON') return null;
  const [meetings, places] = await Promise.all([meetingsOf(app, id), placesOf(app, id)]);
  const met = meetings.some(
    ({ providerId, state }) => providerId === outcome.providerId && state === 'AGREED',
  );
  const wants = places.some(
    ({ providerId, answer }) => providerId === outcome.providerId && answer === 'INTERESTED',
  );
  return met && wants ? null : refuse('opportunities.not-met', {}, 'outcome');
}

interface Written {
  readonly input: DecideOpportunity;
  readonly before: Opportunity;
  readonly to: OpportunityState;
}

async function written(app: Deps, { input, before, to }: Written): Promise<Result<Opportunity>> {
  const { actor, requestId, outcome, reason } = input;
  const at = app.clock.now();
  const by = actor.principalId;
  const winner = outcome.kind === 'WON' ? outcome.providerId : null;
  const set = [Prisma.sql`winner = ${winner}::text, reason = ${reason === '' ? null : reason}::text`];
  const told = { subject: before.id, stateSeq: before.stateSeq + 1, except: by };
  const people = [...(await brandSide(app, before)), ...(await concerned(app, before))];
  await app.database.change([
    handled(requestId, at),
    ...(winner === null ? [] : [stillWants(before, winner)]),
    changeStatement({
      ...{ before, event: EVENT[outcome.kind], to, by, at, set, requestId },
      data: winner === null ? {} : { winner },
    }),
    closePlaces(before, at),
    ...owe(app.queue, { messages: toldTo({ ...told, rule: 'ended', people }), redraw: [before.id] }, at),
  ]);
  return ok({ ...before, state: to, stateSeq: before.stateSeq + 1, winner, reason: reason || null });
}

/** It may have taken its interest back since it was read. */
const stillWants = ({ id }: Opportunity, winner: OrganisationId): Prisma.Sql => Prisma.sql`
  WITH wants AS (SELECT FROM opportunity_place WHERE opportunity_id = ${id} AND provider_id = ${winner}
    AND answer = 'INTERESTED' FOR UPDATE)
  SELECT expect_rows((SELECT count(*) FROM wants), 1, ${STALE})`;

/** Whoever has declined need not hear how it ended. */
async function concerned(app: Deps, { id }: Opportunity) {
  const places = await placesOf(app, id);
  const still = places.filter(({ answer }) => answer !== 'DECLINED').map(({ providerId }) => providerId);
  return [...(await adminsOf(app, still)).values()].flat();
}
