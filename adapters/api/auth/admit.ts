import type { FastifyRequest } from 'fastify';
import { isRefused, refuse } from '../../../src/result.ts';
import { authenticate } from '../../../src/services/access/actions/authenticate.ts';
import type { Scope } from '../../../src/services/access/scopes.ts';
import { spaceOf } from '../../../src/services/space/space-of.ts';
import type { Admitted, ApiCollaborators } from '../collaborators.ts';
import { Refused } from '../problems/errors.ts';
import { isLoopback, mayCallFrom } from './address.ts';

const BEARER = /^Bearer +(\S+)$/i;

/** Finds out who asks, before anything of the request's body is read. */
export async function admit({ app }: ApiCollaborators, request: FastifyRequest): Promise<void> {
  const [, key = ''] = BEARER.exec(request.headers.authorization ?? '') ?? [];
  const found = await authenticate(app, key);
  if (isRefused(found)) throw new Refused(found);
  request.holder = found.ok;
  const { mode, allowedIps } = found.ok;
  const anywhere = mode === 'SANDBOX' || (app.trustsLoopback && isLoopback(request.ip));
  if (!anywhere && !mayCallFrom(allowedIps, request.ip)) {
    throw new Refused(refuse('access.address-not-allowed', { address: request.ip }));
  }
}

/** The caller with what they may reach. Refused: `access.scope-missing`. */
export function admitted({ app }: ApiCollaborators, request: FastifyRequest, scope: Scope | null): Admitted {
  const { holder } = request;
  if (holder === null) throw new Refused(refuse('access.key-unknown'));
  if (scope !== null && !holder.scopes.includes(scope))
    throw new Refused(refuse('access.scope-missing', { scope }));
  return { holder, space: spaceOf(app, holder) };
}
