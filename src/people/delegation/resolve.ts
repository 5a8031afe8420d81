/**
 * Who acts for whom, asked when a task is read and never by a job (domain-rules §1). All functions take the delegations of
 * one role at one organisation that are active at that moment and reach the task in question.
 */
import type { PrincipalId, Role } from '../principal.ts';
import { CHAIN_MAXIMUM, type Delegation } from './delegation.ts';

/** The one that somebody's tasks follow: what was said of one report goes before what was said of the whole role. */
function outgoing(active: readonly Delegation[], person: PrincipalId): Delegation | undefined {
  const own = active.filter(({ delegator }) => delegator === person);
  return own.find(({ reportId }) => reportId !== null) ?? own[0];
}

/**
 * Whoever does somebody's tasks now: themselves, or the last of the chain. Null: away, and the chain leads to nobody, goes
 * round or is too long, so that the tasks belong to the role's queue.
 */
export function takesOver(active: readonly Delegation[], person: PrincipalId): PrincipalId | null {
  const passed = new Set<PrincipalId>();
  let at = person;
  for (;;) {
    const next = outgoing(active, at);
    if (!next) return at;
    passed.add(at);
    if (next.delegate === null || passed.has(next.delegate) || passed.size > CHAIN_MAXIMUM) return null;
    at = next.delegate;
  }
}

/** Delegations from the actor back to whom they stand in for, nearest first: never empty. */
export type Chain = readonly Delegation[];

/** Every chain that ends at the actor, the one that began first before the others; a chain and its beginnings are one. */
export function chainsTo(active: readonly Delegation[], actor: PrincipalId): readonly Chain[] {
  return longer(active, actor, []);
}

function longer(active: readonly Delegation[], at: PrincipalId, chain: Chain): readonly Chain[] {
  const incoming = chain.length === CHAIN_MAXIMUM ? [] : delegatorsOf(active, at, chain);
  if (incoming.length === 0) return chain.length === 0 ? [] : [chain];
  return incoming.flatMap((one) => longer(active, one.delegator, [...chain, one]));
}

/** Only what the delegator's tasks really follow; whoever is in the chain already does not stand in for themselves. */
function delegatorsOf(active: readonly Delegation[], at: PrincipalId, chain: Chain): readonly Delegation[] {
  const inChain = new Set([at, ...chain.flatMap(({ delegator, delegate }) => [delegator, delegate])]);
  return active
    .filter((one) => one.delegate === at && outgoing(active, one.delegator) === one)
    .filter(({ delegator }) => !inChain.has(delegator))
    .toSorted((one, other) => one.from.getTime() - other.from.getTime() || (one.id < other.id ? -1 : 1));
}

/** Everybody in front of the actor in these chains, nearest first. */
export function principalsIn(chains: readonly Chain[]): readonly PrincipalId[] {
  const depths = Array.from({ length: CHAIN_MAXIMUM }, (_, depth) => depth);
  const people = depths.flatMap((depth) => chains.flatMap((chain) => chain[depth]?.delegator ?? []));
  return [...new Set(people)];
}

/** Who is told of a task: whoever takes over for each of them; where that is nobody, as if nobody were away. */
export function receiversNow(
  active: readonly Delegation[],
  people: readonly PrincipalId[],
): readonly PrincipalId[] {
  const reached = people.flatMap((person) => takesOver(active, person) ?? []);
  return reached.length === 0 ? people : [...new Set(reached)];
}

/** Somebody of an organisation, in one of their roles there. */
export interface Member {
  readonly id: PrincipalId;
  readonly role: Role;
}

/** The same of people of one organisation in several roles, each role by itself. */
export function receiversInRoles(
  active: readonly Delegation[],
  people: readonly Member[],
): readonly PrincipalId[] {
  const byRole = Map.groupBy(people, ({ role }) => role);
  const reached = [...byRole].flatMap(([role, holders]) =>
    receiversNow(
      active.filter((one) => one.role === role),
      holders.map(({ id }) => id),
    ),
  );
  return [...new Set(reached)];
}

/**
 * What counts of them today: a stand-in who has lost the role stands in for nobody, but whoever named them is still away; one of
 * somebody who has lost it is void.
 */
export function heldToday(
  delegations: readonly Delegation[],
  holds: (principalId: PrincipalId, one: Delegation) => boolean,
): readonly Delegation[] {
  return delegations
    .filter((one) => holds(one.delegator, one))
    .map((one) => (one.delegate !== null && holds(one.delegate, one) ? one : { ...one, delegate: null }));
}
