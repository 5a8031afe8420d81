import type { App } from '../../../app.ts';
import { type AuditCteOptions, auditCtes } from '../../../audit/event.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { permitted } from '../../../people/permissions.ts';
import type { Actor, OrganisationId } from '../../../people/principal.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { type Refusal, refuse } from '../../../result.ts';
import { findItem } from '../../records/items.ts';
import type { ServiceItem } from '../../records/service-item.ts';
import type { ItemFields } from './item-fields.ts';

/** What the three actions on a service item have in common. */
export interface ItemRequest {
  readonly actor: Actor;
  readonly requestId: string;
  /** Goes into the same transaction: takes away the draft that has become this change. */
  readonly draft?: Prisma.Sql;
}

export type ItemDeps = Pick<App, 'database' | 'clock' | 'ids'>;

/** More than anybody can choose from; a runaway client stops here. */
export const MOST_ITEMS = 100;

export function mayChangeItems(actor: Actor, providerId: OrganisationId): Refusal | null {
  const permission = permitted('provider.items', actor, { providerId });
  return permission.allowed ? null : refuse(permission.because, { rolesNeeded: permission.rolesNeeded });
}

export interface ItemChange extends ItemRequest {
  readonly providerId: OrganisationId;
  readonly itemId: string;
  readonly action: 'provider.item-added' | 'provider.item-changed' | 'provider.item-retired';
  readonly before: ServiceItem | null;
  readonly after: ItemFields;
  readonly at: Date;
}

/** The change in order: nobody else writes this provider's items meanwhile, so names and numbers can be counted. */
export function itemStatements(change: ItemChange, write: Prisma.Sql): readonly Prisma.Sql[] {
  const { requestId, at, providerId, after, itemId, draft } = change;
  return [
    handled(requestId, at),
    ...(draft ? [draft] : []),
    Prisma.sql`SELECT id FROM provider WHERE id = ${providerId} FOR UPDATE`,
    ...(after.offered ? [nameIsFree(providerId, itemId, after.name)] : []),
    Prisma.sql`
      WITH written AS (${write} RETURNING id), ${auditCtes(entry(change), WRITTEN)}
      SELECT expect_rows((SELECT count(*) FROM written), 1, ${CHANGED})`,
  ];
}

const WRITTEN: AuditCteOptions = { guard: 'written' };
const CHANGED = 'item-changed';
const TAKEN = 'item-name-taken';
export const TOO_MANY = 'too-many-items';

function nameIsFree(providerId: OrganisationId, itemId: string, name: string): Prisma.Sql {
  return Prisma.sql`SELECT expect_rows((SELECT count(*) FROM service_item
    WHERE provider_id = ${providerId} AND offered AND name = ${name} AND id <> ${itemId}), 0, ${TAKEN})`;
}

function entry({ actor, providerId, action, before, after, requestId, at, itemId }: ItemChange) {
  return {
    objectType: 'provider' as const,
    objectId: providerId,
    actor: actor.principalId,
    org: providerId,
    action,
    before: before ?? undefined,
    after,
    requestId,
    at,
    data: { itemId, name: after.name, offered: after.offered },
  };
}

/**
 * The refusal that a lost race becomes; anything else is thrown on. `directory.item-changed` carries the item as it
 * stands now, so that whoever lost can look at it.
 */
export async function itemRefusal(
  app: ItemDeps,
  { itemId, after }: ItemChange,
  error: unknown,
): Promise<Refusal> {
  if (!(error instanceof Conflict)) throw error;
  if (error.code === TAKEN) return refuse('directory.item-name-taken', { name: after.name }, 'name');
  if (error.code === TOO_MANY) return refuse('directory.too-many-items', { most: MOST_ITEMS });
  if (error.code === CHANGED) return changedMeanwhile(await findItem(app, itemId));
  throw error;
}

export const changedMeanwhile = (item: ServiceItem | null): Refusal =>
  item === null
    ? refuse('directory.item-not-found')
    : refuse('directory.item-changed', { name: item.name, at: item.updatedAt });
