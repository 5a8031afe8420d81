import type { App } from '../../app.ts';
import { auditCtes } from '../../audit/event.ts';
import { handled } from '../../chat/requests/handled.ts';
import { owe } from '../../delivery/owe.ts';
import { resolveStore } from '../../directory/records/resolve.ts';
import { permissionRefusal, permitted } from '../../people/permissions.ts';
import type { Actor, OrganisationId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { isRefused, ok, type Result, refusalsOf, refuse, refuseAll } from '../../result.ts';
import { nextState } from '../lifecycle/table.ts';
import type { Need } from '../need/opportunity.ts';
import { endOfDay, needOf, type TypedNeed } from '../need/typed-need.ts';
import { findOpportunity } from '../record/read/opportunity.ts';
import { changeStatement } from '../record/write/change-opportunity.ts';
import { changedMeanwhile, unknownOpportunity, unlessStale } from './stale.ts';

export interface PostOpportunity {
  readonly actor: Actor;
  readonly requestId: string;
  readonly typed: TypedNeed & { readonly store: string };
  /** The draft that is written anew, as it was looked at; null: a new one. */
  readonly edits: { readonly id: string; readonly stateSeq: number } | null;
  /** Goes into the same transaction: takes away the form's draft that has become this change. */
  readonly draft: Prisma.Sql;
}

type Deps = Pick<App, 'database' | 'clock' | 'ids' | 'queue'>;

/**
 * Puts a brand's need on record as a draft that nobody else sees. Refuses inputs beside their fields
 * (`opportunities.day-is-past`, `opportunities.store-unclear`, `directory.store-not-found`).
 */
export async function postOpportunity(app: Deps, input: PostOpportunity): Promise<Result<{ id: string }>> {
  const refusal = permissionRefusal(permitted('opportunity.post', input.actor));
  if (refusal) return refusal;
  const now = app.clock.now();
  const need = needOf(input.typed, now);
  const storeId = await storeNamed(app, input.typed.store);
  if (isRefused(need)) {
    const others = isRefused(storeId) ? refusalsOf(storeId) : [];
    return refuseAll([need, ...others]);
  }
  if (isRefused(storeId)) return storeId;
  const whole = { ...need.ok, storeId: storeId.ok };
  return input.edits === null ? posted(app, input, whole) : edited(app, input, whole);
}

/** Null where none was typed: the brand has no store here yet. */
export async function storeNamed(
  app: Pick<App, 'database'>,
  typed: string,
): Promise<Result<OrganisationId | null>> {
  if (typed.trim() === '') return ok(null);
  const resolved = await resolveStore(app, typed.trim());
  if (isRefused(resolved)) return { ...resolved, field: 'store' };
  if (resolved.ok.kind === 'one') return ok(resolved.ok.id);
  const names = resolved.ok.page.found.map(({ name, id }) => `${name} (${id})`);
  return refuse('opportunities.store-unclear', { names }, 'store');
}

async function posted(app: Deps, input: PostOpportunity, need: Need): Promise<Result<{ id: string }>> {
  const { actor, requestId, draft } = input;
  const id = app.ids.next('opp');
  const at = app.clock.now();
  const audit = auditCtes(
    {
      objectType: 'opportunity',
      objectId: id,
      actor: actor.principalId,
      action: 'opportunity.post',
      after: need,
      requestId,
      at,
      data: { to: 'DRAFT', category: need.category },
    },
    { guard: 'posted' },
  );
  await app.database.change([
    handled(requestId, at),
    draft,
    Prisma.sql`WITH posted AS (
        INSERT INTO opportunity (id, brand, store_id, category, scopes, markets, languages, band, starts_on, answer_until,
          due_at, confidential, details, state, state_seq, posted_by, posted_at, changed_by, changed_at)
        VALUES (${id}, ${need.brand}, ${need.storeId}::text, ${need.category}, ${[...need.scopes]}::text[],
          ${[...need.markets]}::text[], ${[...need.languages]}::text[], ${need.band}, ${need.startsOn}::date,
          ${need.answerUntil}::date, ${endOfDay(need.answerUntil)}::timestamptz, ${need.confidential}, ${need.details},
          'DRAFT', 1, ${actor.principalId}, ${at}::timestamptz, ${actor.principalId}, ${at}::timestamptz)
        RETURNING 1), ${audit}
      SELECT count(*) FROM posted`,
  ]);
  return ok({ id });
}

async function edited(app: Deps, input: PostOpportunity, need: Need): Promise<Result<{ id: string }>> {
  const { actor, requestId, draft, edits } = input;
  const id = edits?.id ?? '';
  const before = await findOpportunity(app, id);
  if (!before) return unknownOpportunity(id);
  if (before.stateSeq !== edits?.stateSeq) return changedMeanwhile(app, id);
  const to = nextState(before.state, 'edit');
  if (isRefused(to)) return to;
  const at = app.clock.now();
  const change = { before, event: 'edit', to: to.ok, by: actor.principalId, at, requestId } as const;
  return unlessStale(app, id, async () => {
    await app.database.change([
      handled(requestId, at),
      draft,
      changeStatement({ ...change, set: assignments(need) }),
      ...owe(app.queue, { messages: [], redraw: [id] }, at),
    ]);
    return ok({ id });
  });
}

const assignments = (need: Need): readonly Prisma.Sql[] => [
  Prisma.sql`brand = ${need.brand}, store_id = ${need.storeId}::text, category = ${need.category}`,
  Prisma.sql`scopes = ${[...need.scopes]}::text[], markets = ${[...need.markets]}::text[]`,
  Prisma.sql`languages = ${[...need.languages]}::text[], band = ${need.band}`,
  Prisma.sql`starts_on = ${need.startsOn}::date, answer_until = ${need.answerUntil}::date`,
  Prisma.sql`due_at = ${endOfDay(need.answerUntil)}::timestamptz`,
  Prisma.sql`confidential = ${need.confidential}, details = ${need.details}`,
];
