import { randomBytes } from 'node:crypto';
import type { App } from '../../../app.ts';
import { type AuditCteOptions, auditCtes } from '../../../audit/event.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor } from '../../../people/principal.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { isRefused, ok, type Result, refuse } from '../../../result.ts';
import type { Scope } from '../../access/scopes.ts';
import { EVENT_SCOPES, type EventType } from '../events.ts';
import { type Endpoint, endpointsOf, findEndpoint, type Owner } from '../record/endpoints.ts';
import { WEBHOOK_RULES } from '../rules.ts';
import { webhookUrl } from '../target/address.ts';

type Deps = Pick<App, 'database' | 'clock' | 'ids' | 'trustsLoopback'>;

interface By {
  readonly actor: Actor;
  readonly requestId: string;
}

export interface AddEndpoint extends By {
  readonly owner: Owner;
  readonly scopes: readonly Scope[];
  readonly url: string;
  readonly events: readonly EventType[];
}

export interface AddedEndpoint extends Endpoint {
  /** Shown now and not again. */
  readonly secret: string;
}

/** Refused: `access.webhook-address`, `access.webhook-scope`, `access.too-many-webhooks`, and who is no administrator. */
export async function addEndpoint(app: Deps, input: AddEndpoint): Promise<Result<AddedEndpoint>> {
  const { owner, actor, events, scopes } = input;
  const refusal = permissionRefusal(permitted('service.keys', actor, owner));
  if (refusal) return refusal;
  const url = webhookUrl(input.url, app);
  if (isRefused(url)) return url;
  const beyond = events.find((event) => !mayHear(event, scopes));
  if (beyond) return refuse('access.webhook-scope', { event: beyond, scope: EVENT_SCOPES[beyond] }, 'events');
  const before = await endpointsOf(app, owner);
  if (before.length >= WEBHOOK_RULES.mostEndpoints) {
    return refuse('access.too-many-webhooks', { most: WEBHOOK_RULES.mostEndpoints });
  }
  const at = app.clock.now();
  const endpoint = {
    ...owner,
    id: app.ids.next('whe'),
    url: url.ok,
    events: [...new Set(events)],
    createdAt: at,
  };
  const secret = `whsec_${randomBytes(24).toString('base64')}`;
  await app.database.change([
    Prisma.sql`
      WITH written AS (
          INSERT INTO webhook_endpoint (id, application_id, mode, provider_id, url, events, secret, created_by, created_at)
          VALUES (${endpoint.id}, ${owner.applicationId}, ${owner.mode}, ${owner.providerId}, ${endpoint.url},
            ${endpoint.events}::text[], ${secret}, ${actor.principalId}, ${at}) RETURNING id),
        ${auditCtes(event('service.webhook-added', endpoint, input, at), WRITTEN)}
      SELECT id FROM written`,
    handled(input.requestId, at),
  ]);
  return ok({ ...endpoint, secret });
}

const mayHear = (event: EventType, scopes: readonly Scope[]): boolean => {
  const needed = EVENT_SCOPES[event];
  return needed === null || scopes.includes(needed);
};

export interface RemoveEndpoint extends By {
  readonly endpointId: string;
}

const GONE = 'endpoint-gone';

/** Nothing more is sent to it, also of what is owed already. Refused: `access.endpoint-unknown`. */
export async function removeEndpoint(app: Deps, input: RemoveEndpoint): Promise<Result<Endpoint>> {
  const { actor, endpointId, requestId } = input;
  const endpoint = await findEndpoint(app, endpointId);
  if (!endpoint) return refuse('access.endpoint-unknown');
  const refusal = permissionRefusal(permitted('service.keys', actor, endpoint));
  if (refusal) return refusal;
  const at = app.clock.now();
  try {
    await app.database.change([
      Prisma.sql`
        WITH written AS (
            UPDATE webhook_endpoint SET removed_at = ${at} WHERE id = ${endpointId} AND removed_at IS NULL RETURNING id),
          ${auditCtes(event('service.webhook-removed', endpoint, input, at), WRITTEN)}
        SELECT expect_rows((SELECT count(*) FROM written), 1, ${GONE})`,
      handled(requestId, at),
    ]);
  } catch (error) {
    if (error instanceof Conflict && error.code === GONE) return refuse('access.endpoint-unknown');
    throw error;
  }
  return ok(endpoint);
}

const WRITTEN: AuditCteOptions = { guard: 'written' };

function event(action: string, { id, providerId, url, applicationId, mode }: Endpoint, by: By, at: Date) {
  return {
    objectType: 'provider' as const,
    objectId: providerId,
    actor: by.actor.principalId,
    org: providerId,
    action,
    requestId: by.requestId,
    at,
    data: { endpoint: id, host: new URL(url).host, applicationId, mode },
  };
}
