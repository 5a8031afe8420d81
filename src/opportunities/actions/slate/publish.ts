import type { App } from '../../../app.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { owe } from '../../../delivery/owe.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { isRefused, ok, type Result, refuse } from '../../../result.ts';
import { nextState } from '../../lifecycle/table.ts';
import type { Opportunity } from '../../need/opportunity.ts';
import { findOpportunity } from '../../record/read/opportunity.ts';
import { adminsOf } from '../../record/read/receivers.ts';
import { changeStatement } from '../../record/write/change-opportunity.ts';
import { listPlaces, type NewPlace } from '../../record/write/places.ts';
import { deadlineRungs, numberOf } from '../../reminders/rungs.ts';
import { toldTo } from '../../told.ts';
import { changedMeanwhile, unknownOpportunity, unlessStale } from '../stale.ts';
import { chooseFirstRound } from './choose-slate.ts';
import { type MadeSlate, makeSlate } from './make-slate.ts';

export interface Publish {
  readonly actor: Actor;
  readonly requestId: string;
  readonly opportunityId: string;
  readonly stateSeq: number;
}

export interface Published {
  /** How many were invited before all others, and until when they are alone; null: nobody was. */
  readonly firstRound: { readonly invited: number; readonly until: Date } | null;
  /** Null during a first round, and where nobody fits. */
  readonly slate: MadeSlate | null;
}

/** domain-rules §8: the highest level is invited a day before all others. */
const FIRST_ROUND_MS = 24 * 60 * 60 * 1000;

type Deps = Pick<App, 'database' | 'clock' | 'queue'>;

/**
 * Opens a draft for providers: first to the highest level for a day, where anybody of it fits and the deadline leaves the
 * others as long; otherwise the slate is made at once. Refuses `opportunities.deadline-passed`, `changed`.
 */
export async function publish(app: Deps, input: Publish): Promise<Result<Published>> {
  const refusal = permissionRefusal(permitted('opportunity.post', input.actor));
  if (refusal) return refusal;
  const before = await findOpportunity(app, input.opportunityId);
  if (!before) return unknownOpportunity(input.opportunityId);
  if (before.stateSeq !== input.stateSeq) return changedMeanwhile(app, before.id);
  const to = nextState(before.state, 'publish');
  if (isRefused(to)) return to;
  const now = app.clock.now();
  if (now >= before.dueAt) return refuse('opportunities.deadline-passed', { at: before.dueAt });
  const first = leavesTime(before, now) ? await chooseFirstRound(app, before) : [];
  const until = first.length === 0 ? now : new Date(now.getTime() + FIRST_ROUND_MS);
  const opened = await unlessStale(app, before.id, () => written(app, { before, first, until, input }));
  if (isRefused(opened)) return opened;
  if (first.length > 0) return ok({ firstRound: { invited: first.length, until }, slate: null });
  // Where this is cut off, the clock does the same.
  const slate = await makeSlate(app, {
    opportunityId: before.id,
    stateSeq: before.stateSeq + 1,
    by: input.actor.principalId,
    requestId: null,
  });
  return ok({ firstRound: null, slate: isRefused(slate) ? null : slate.ok });
}

const leavesTime = ({ dueAt }: Opportunity, now: Date): boolean =>
  dueAt.getTime() - now.getTime() >= 2 * FIRST_ROUND_MS;

interface Written {
  readonly before: Opportunity;
  readonly first: readonly NewPlace[];
  readonly until: Date;
  readonly input: Publish;
}

async function written(app: Deps, { before, first, until, input }: Written): Promise<Result<true>> {
  const { actor, requestId } = input;
  const at = app.clock.now();
  const by = actor.principalId;
  const set = [Prisma.sql`published_at = ${at}::timestamptz, wake_at = ${until}::timestamptz`];
  const rungs = deadlineRungs(before.answerUntil, at);
  const reminders = { stateSeq: numberOf(before.answerUntil), rungs };
  const data = { firstRound: first.map(({ providerId }) => providerId) };
  const admins = await adminsOf(
    app,
    first.map(({ providerId }) => providerId),
  );
  const told = { subject: before.id, stateSeq: before.stateSeq + 1, rule: 'listed' };
  const messages = toldTo({ ...told, people: [...admins.values()].flat() });
  await app.database.change([
    handled(requestId, at),
    changeStatement({ before, event: 'publish', to: 'PUBLISHED', by, at, set, reminders, requestId, data }),
    ...(first.length === 0 ? [] : [listPlaces({ opportunity: before, round: 0, places: first, at })]),
    ...owe(app.queue, { messages, redraw: [before.id] }, at),
  ]);
  return ok(true);
}
