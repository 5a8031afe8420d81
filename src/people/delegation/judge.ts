import type { Refusal } from '../../result.ts';
import { type Actor, holds, type Membership } from '../principal.ts';
import { chainLength, goesRound, type NewDelegation } from './chain.ts';
import { CHAIN_MAXIMUM, type Delegation, meet } from './delegation.ts';
import { refuseDelegation } from './refusals.ts';

/** Somebody who could take over, with every role that they have. */
export interface Colleague extends Actor {
  readonly displayName: string;
}

export interface Circumstances {
  readonly delegator: Actor;
  /** Null where the delegation names nobody. Undefined: there is no such person. */
  readonly delegate: Colleague | null | undefined;
  /** What stands of the same role at the same organisation and is not over. */
  readonly standing: readonly Delegation[];
}

export const REASON_MAXIMUM = 300;

/** Refused beside its field, with `delegation.*`; null: it may be set. */
export function judgeDelegation(proposed: NewDelegation, facts: Circumstances): Refusal | null {
  return (
    ownRole(proposed, facts) ?? fitting(proposed, facts) ?? overlap(proposed, facts) ?? chain(proposed, facts)
  );
}

export function judgeReason(reason: string): Refusal | null {
  if (reason === '') return refuseDelegation('reason-missing', {}, 'reason');
  return reason.length > REASON_MAXIMUM
    ? refuseDelegation('reason-too-long', { maximum: REASON_MAXIMUM }, 'reason')
    : null;
}

const ownRole = ({ role, organisationId }: Membership, { delegator }: Circumstances): Refusal | null =>
  role !== 'AUDITOR' && holds(delegator, role, organisationId)
    ? null
    : refuseDelegation('not-your-role', {}, 'delegate');

/** The same organisation and the same role, and somebody else. */
function fitting(
  { delegate: chosen, role, organisationId, delegator }: NewDelegation,
  { delegate }: Circumstances,
): Refusal | null {
  if (chosen === null) return null;
  if (chosen === delegator) return refuseDelegation('to-oneself', {}, 'delegate');
  if (!delegate?.memberships.some((one) => one.organisationId === organisationId))
    return refuseDelegation('outside', {}, 'delegate');
  return holds(delegate, role, organisationId)
    ? null
    : refuseDelegation('without-role', { name: delegate.displayName, role }, 'delegate');
}

function overlap(proposed: NewDelegation, { standing }: Circumstances): Refusal | null {
  const own = standing.find(
    (one) =>
      one.delegator === proposed.delegator && one.reportId === proposed.reportId && meet(one, proposed),
  );
  return own ? refuseDelegation('overlaps', { from: own.from, until: own.until }, 'from') : null;
}

function chain(proposed: NewDelegation, { standing, delegate }: Circumstances): Refusal | null {
  if (goesRound(standing, proposed))
    return refuseDelegation('cycle', { name: delegate?.displayName ?? '' }, 'delegate');
  return chainLength(standing, proposed) > CHAIN_MAXIMUM
    ? refuseDelegation('chain-too-long', { maximum: CHAIN_MAXIMUM }, 'delegate')
    : null;
}
