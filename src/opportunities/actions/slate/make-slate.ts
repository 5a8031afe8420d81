import type { App } from '../../../app.ts';
import { owe } from '../../../delivery/owe.ts';
import type { OwedMessage } from '../../../delivery/view.ts';
import type { OrganisationId, PrincipalId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { isRefused, ok, type Refusal, type Result, refuse } from '../../../result.ts';
import { nextState } from '../../lifecycle/table.ts';
import type { Opportunity } from '../../need/opportunity.ts';
import { findOpportunity } from '../../record/read/opportunity.ts';
import { type ListedPlace, placesOf } from '../../record/read/places.ts';
import { adminsOf, brandSide } from '../../record/read/receivers.ts';
import { changeStatement, doneFor } from '../../record/write/change-opportunity.ts';
import { keepSlate, listPlaces } from '../../record/write/places.ts';
import { toldTo } from '../../told.ts';
import { changedMeanwhile, unknownOpportunity, unlessStale } from '../stale.ts';
import { type ChosenSlate, chooseSlate } from './choose-slate.ts';

export interface MakeSlate {
  readonly opportunityId: string;
  /** Null: whatever it is now. */
  readonly stateSeq: number | null;
  /** A principal, or `clock`. */
  readonly by: PrincipalId;
  /** Null: it follows from something else, such as the publication. */
  readonly requestId: string | null;
}

export interface MadeSlate {
  readonly round: number;
  readonly places: number;
}

export type SlateDeps = Pick<App, 'database' | 'clock' | 'queue'>;

/** With so many interested providers a brand has a choice, and no further slate is made. */
export const ENOUGH_INTERESTED = 2;

/**
 * The five for a brand's need (domain-rules §9.1), told to each of them and to the brand's side; once more, without those who
 * have had a place, while too few are interested. Refuses `opportunities.first-round-running`, `enough-interested`,
 * `deadline-passed`, `no-candidate`, and `changed` to whoever came second.
 */
export async function makeSlate(app: SlateDeps, input: MakeSlate): Promise<Result<MadeSlate>> {
  const before = await findOpportunity(app, input.opportunityId);
  if (!before) return unknownOpportunity(input.opportunityId);
  if (input.stateSeq !== null && input.stateSeq !== before.stateSeq) return changedMeanwhile(app, before.id);
  const listed = await placesOf(app, before.id);
  const refusal = tooEarlyOrLate(before, listed, app.clock.now());
  if (refusal) return isAsked(input) ? refusal : atRest(app, before, { refusal, by: input.by });
  const to = nextState(before.state, 'slate');
  if (isRefused(to)) return to;
  const chosen = await chooseSlate(app, before, without(listed));
  if (chosen.places.length === 0) {
    const nobody = refuse('opportunities.no-candidate');
    return isAsked(input) ? nobody : atRest(app, before, { refusal: nobody, by: input.by });
  }
  return unlessStale(app, before.id, () => written(app, { before, to: to.ok, chosen, input }));
}

function tooEarlyOrLate(
  { wakeAt, dueAt, rounds }: Opportunity,
  listed: readonly ListedPlace[],
  now: Date,
): Refusal | null {
  if (now >= dueAt) return refuse('opportunities.deadline-passed', { at: dueAt });
  if (wakeAt !== null && wakeAt > now) return refuse('opportunities.first-round-running', { at: wakeAt });
  const interested = listed.filter(({ answer }) => answer === 'INTERESTED').length;
  return rounds > 0 && interested >= ENOUGH_INTERESTED
    ? refuse('opportunities.enough-interested', { count: interested })
    : null;
}

/** Whoever was invited first may still stand on the slate; whoever stood on one, or declined, had their turn. */
const without = (listed: readonly ListedPlace[]): readonly OrganisationId[] =>
  listed
    .filter(({ round, because, answer }) => round > 0 || because === 'seat' || answer === 'DECLINED')
    .map(({ providerId }) => providerId);

interface Written {
  readonly before: Opportunity;
  readonly to: Opportunity['state'];
  readonly chosen: ChosenSlate;
  readonly input: MakeSlate;
}

async function written(app: SlateDeps, slate: Written): Promise<Result<MadeSlate>> {
  const { before, to, chosen, input } = slate;
  const { by, requestId } = input;
  const at = app.clock.now();
  const round = before.rounds + 1;
  const set = [Prisma.sql`rounds = ${round}::int, wake_at = NULL`];
  const data = { round, places: chosen.places.map(({ providerId, because }) => ({ providerId, because })) };
  await app.database.change([
    ...doneFor(requestId, at),
    changeStatement({ before, event: 'slate', to, by, at, set, requestId, data }),
    keepSlate({ opportunity: before, round, by, at, close: chosen.close }),
    listPlaces({ opportunity: before, round, places: chosen.places, at }),
    ...owe(app.queue, { messages: await messages(app, slate), redraw: [before.id] }, at),
  ]);
  return ok({ round, places: chosen.places.length });
}

async function messages(app: SlateDeps, { before, chosen, input }: Written): Promise<readonly OwedMessage[]> {
  const admins = await adminsOf(
    app,
    chosen.places.map(({ providerId }) => providerId),
  );
  const told = { subject: before.id, stateSeq: before.stateSeq + 1 };
  return [
    ...toldTo({ ...told, rule: 'listed', people: [...admins.values()].flat(), except: input.by }),
    // Also to whoever made it: their answer passes, and this card follows the opportunity.
    ...toldTo({ ...told, rule: 'slate', people: await brandSide(app, before) }),
  ];
}

/** Somebody asked for just this, and has the refusal as their answer. */
const isAsked = ({ requestId }: MakeSlate): boolean => requestId !== null;

interface InVain {
  readonly refusal: Refusal;
  readonly by: PrincipalId;
}

/** The clock does not try again each minute: whoever put it on record is told, and can. */
async function atRest(app: SlateDeps, before: Opportunity, { refusal, by }: InVain): Promise<Refusal> {
  if (refusal.refused === 'opportunities.first-round-running') return refusal;
  const at = app.clock.now();
  const told = { subject: before.id, stateSeq: before.stateSeq, rule: 'no-slate' };
  const messages = toldTo({ ...told, people: [before.postedBy], except: by });
  await app.database.change([
    Prisma.sql`UPDATE opportunity SET wake_at = NULL WHERE id = ${before.id} AND state_seq = ${before.stateSeq}::int`,
    ...owe(app.queue, { messages, redraw: [before.id] }, at),
  ]);
  return refusal;
}
