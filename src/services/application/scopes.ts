/** Which doors of the API a level opens (domain-rules §8, §9). Pure. */
import type { ApiAccess } from '../../ratings/ladder/benefits.ts';
import type { Scope } from '../access/scopes.ts';

/** Names and numbers of people. */
const PERSONAL: readonly Scope[] = ['contacts:read'];

type Reach = 'read' | 'write' | 'personal';

function reachOf(scope: Scope): Reach {
  if (PERSONAL.includes(scope)) return 'personal';
  return scope.endsWith(':write') ? 'write' : 'read';
}

const LIVE: Readonly<Record<ApiAccess, readonly Reach[]>> = {
  SANDBOX: [],
  READ: ['read'],
  READ_WRITE: ['read', 'write'],
  ALL_BY_TWO: ['read', 'write', 'personal'],
};

/** What a live key may hold at this level. */
export const liveScopes = (access: ApiAccess, scopes: readonly Scope[]): readonly Scope[] =>
  scopes.filter((scope) => LIVE[access].includes(reachOf(scope)));

/**
 * What may not even be applied for. The sandbox holds invented data, so that any level may try what it does not yet have
 * live; only what names people is for those who may have it.
 */
export const beyondLevel = (access: ApiAccess, scopes: readonly Scope[]): readonly Scope[] =>
  scopes.filter((scope) => reachOf(scope) === 'personal' && !LIVE[access].includes('personal'));

/** Writing, and personal data, are opened by two people (domain-rules §9). */
export const needsTwo = (scopes: readonly Scope[]): boolean =>
  scopes.some((scope) => reachOf(scope) !== 'read');
