/**
 * Separation of duties (domain-rules §1): hard rules on principals, never on chat accounts, and never configurable off.
 * Each returns its refusal or null. `rolesNeeded` names who may act instead.
 */
import type { Refusal } from '../result.ts';
import type { PrincipalId } from './principal.ts';
import { refusePerson } from './refusals.ts';

/** Whoever acts, and everybody whom they act for by delegation, nearest first. */
export interface Hand {
  readonly principalId: PrincipalId;
  readonly representing?: readonly PrincipalId[];
}

/** SOD-5: a delegate carries the prohibitions of every delegator in the chain, and keeps their own. */
export const principalsBehind = (hand: Hand): readonly PrincipalId[] => [
  hand.principalId,
  ...(hand.representing ?? []),
];

const isAmong = (hand: Hand, principals: readonly PrincipalId[]): boolean =>
  principalsBehind(hand).some((principal) => principals.includes(principal));

/** SOD-1: whoever confirms for the store has not edited or submitted this revision for the provider. */
export function confirmerDidNotEdit(
  confirmer: Hand,
  revisionEditors: readonly PrincipalId[],
): Refusal | null {
  if (!isAmong(confirmer, revisionEditors)) return null;
  return refusePerson('editor-may-not-confirm', { rolesNeeded: ['STORE_OWNER'] });
}

export interface CaseHands {
  /** Everybody behind the approver who belongs to the store or the provider of the case. */
  readonly partyMembers: readonly PrincipalId[];
  readonly editors: readonly PrincipalId[];
  readonly exceptionRequesters: readonly PrincipalId[];
}

const OTHER_STAFF = { rolesNeeded: ['STAFF_REVIEWER', 'STAFF_LEAD'] } as const;

/** SOD-2: staff who decide belong to neither party, never edited the report, and asked for none of its exceptions. */
export function approverIsIndependent(approver: Hand, hands: CaseHands): Refusal | null {
  if (isAmong(approver, hands.partyMembers)) return refusePerson('party-member-may-not-decide', OTHER_STAFF);
  if (isAmong(approver, hands.editors)) return refusePerson('editor-may-not-decide', OTHER_STAFF);
  if (isAmong(approver, hands.exceptionRequesters))
    return refusePerson('requester-may-not-decide', OTHER_STAFF);
  return null;
}

/** SOD-3: the second approver is somebody else, and so is everybody whom the two stand in for. */
export function secondIsAnother(first: Hand, second: Hand): Refusal | null {
  if (!isAmong(second, principalsBehind(first))) return null;
  return refusePerson('first-approver-may-not-second', OTHER_STAFF);
}

/** SOD-4: whoever hears an appeal did not take the decision that it is about. */
export function appealIsHeardByAnother(original: Hand, decider: Hand): Refusal | null {
  if (!isAmong(decider, principalsBehind(original))) return null;
  return refusePerson('decider-may-not-hear-appeal', { rolesNeeded: ['STAFF_LEAD'] });
}

/** T16, T17: what two sides agree needs two people, even where one person belongs to both. */
export function twoSidesTwoPeople(first: Hand, second: Hand): Refusal | null {
  return isAmong(second, principalsBehind(first)) ? refusePerson('same-person-on-both-sides', {}) : null;
}
