import { type ApiAccess, BENEFITS } from '../../ratings/ladder/benefits.ts';
import type { Level } from '../../ratings/levels/level.ts';

/** What a key may be allowed to do. `contacts:read` is the one that shows people's names and how to reach them. */
export const SCOPES = [
  'items:read',
  'items:write',
  'reports:read',
  'reports:write',
  'evidence:write',
  'store-months:read',
  'store-months:write',
  'ratings:read',
  'contacts:read',
] as const;
export type Scope = (typeof SCOPES)[number];

export const isScope = (value: string): value is Scope => SCOPES.some((scope) => scope === value);

const READING = SCOPES.filter((scope) => scope.endsWith(':read'));
const UNLOCKED: Readonly<Record<ApiAccess, readonly Scope[]>> = {
  SANDBOX: [],
  READ: READING,
  READ_WRITE: SCOPES,
  ALL_BY_TWO: SCOPES,
};

/** What a level lets a live key do at most (domain-rules §8); the sandbox is open at every level. */
export const scopesAtLevel = (level: Level): readonly Scope[] => UNLOCKED[BENEFITS[level].api];
