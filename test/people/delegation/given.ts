import type { Delegation } from '../../../src/people/delegation/delegation.ts';

export const DAY_1 = new Date('2026-05-01T00:00:00Z');
const DAY_9 = new Date('2026-05-09T00:00:00Z');

/** `aDelegation('ann', 'ben')`: of every task of the role, over the whole time, unless said otherwise. */
export function aDelegation(
  delegator: string,
  delegate: string | null,
  changes: Partial<Delegation> = {},
): Delegation {
  return {
    id: `${delegator}-${delegate}`,
    organisationId: 'st_1',
    role: 'STORE_OWNER',
    delegator,
    delegate,
    reportId: null,
    from: DAY_1,
    until: DAY_9,
    ...changes,
  };
}
