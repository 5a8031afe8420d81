/** For whom somebody acts on a case: the one place where delegations become `representing` and "B for A". */
import { type Chain, chainsTo, principalsIn } from '../../../people/delegation/resolve.ts';
import { membershipsFor } from '../../../people/permissions.ts';
import type { ActionName } from '../../../people/policies.ts';
import {
  type Actor,
  type Membership,
  type PrincipalId,
  ROLE_ORGANISATION,
} from '../../../people/principal.ts';
import type { EventType } from '../../lifecycle/events.ts';
import { actionOf } from '../../lifecycle/turns/barrier.ts';
import { whoseTurn } from '../../lifecycle/turns/whose-turn.ts';
import type { Case } from '../case.ts';
import { actorOf } from '../people.ts';
import { delegationsOf } from './delegations.ts';

export interface StandIn {
  /** Everybody whose prohibitions the actor carries (SOD-5), whether this is done for them or not. */
  readonly representing: readonly Actor[];
  /** For whom it is done, nearest first; empty: in the actor's own name. */
  readonly onBehalfOf: readonly PrincipalId[];
  /** The delegations that `onBehalfOf` rests on: they must still stand when it is written. */
  readonly restsOn: readonly string[];
}

const IN_OWN_NAME: StandIn = { representing: [], onBehalfOf: [], restsOn: [] };

/** The same of a step of the case; the clock's own steps are nobody's. */
export function standInOn(parties: Case, actor: Actor, event: EventType): StandIn {
  const action = actionOf(event);
  return action === 'clock' ? IN_OWN_NAME : standInFor(parties, actor, action);
}

/** In the roles through which the actor may do this on this case, and in no other. */
export const standInFor = (parties: Case, actor: Actor, action: ActionName): StandIn =>
  parties.delegations.length === 0
    ? IN_OWN_NAME
    : standIn(parties, actor, membershipsFor(action, actor, parties.report));

/** For whom the reader would do what the case waits for; empty where it does not wait for them. */
export function awaitedFor(parties: Case, actor: Actor): readonly PrincipalId[] {
  const { roles } = whoseTurn(parties.report);
  const { storeId, providerId } = parties.report;
  const awaited = actor.memberships.filter(
    ({ role, organisationId }) =>
      roles.includes(role) &&
      (ROLE_ORGANISATION[role] === 'PLATFORM' || [storeId, providerId].includes(organisationId)),
  );
  return standIn(parties, actor, awaited).onBehalfOf;
}

function standIn(parties: Case, actor: Actor, memberships: readonly Membership[]): StandIn {
  const chains = memberships.flatMap((one) => chainsTo(delegationsOf(parties, one), actor.principalId));
  const [chain = []] = chains.map((each) => taskOf(parties, actor, each)).filter(({ length }) => length > 0);
  return {
    representing: principalsIn(chains).map((id) => actorOf(parties, id)),
    onBehalfOf: chain.map(({ delegator }) => delegator),
    restsOn: chain.map(({ id }) => id),
  };
}

/**
 * As much of the chain as this case is a task of. A party's task is everybody's who has the role. A review is its reviewer's,
 * unless this very case was handed over: whoever stands in for a colleague still decides their own cases in their own name.
 */
function taskOf({ report }: Case, actor: Actor, chain: Chain): Chain {
  const [nearest] = chain;
  if (!nearest || ROLE_ORGANISATION[nearest.role] !== 'PLATFORM') return chain;
  if (report.assignedTo === actor.principalId) return [];
  const mine = chain.findIndex(
    ({ delegator, reportId }) => delegator === report.assignedTo || reportId === report.id,
  );
  return chain.slice(0, mine + 1);
}
