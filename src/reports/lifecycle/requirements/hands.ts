/** Who acts here: on which side, and for whom; separation of duties applied to a case. */
import { membershipsFor } from '../../../people/permissions.ts';
import { type Actor, holds, type PrincipalId } from '../../../people/principal.ts';
import {
  approverIsIndependent,
  confirmerDidNotEdit,
  type Hand,
  secondIsAnother,
  twoSidesTwoPeople,
} from '../../../people/separation-of-duties.ts';
import type { Refusal } from '../../../result.ts';
import type { Proposal, Report, Side } from '../../report.ts';
import { type DecisionContext, representedIds } from '../context.ts';
import { refuseReport } from '../refusals.ts';
import type { Need } from '../table/row.ts';

/** The person acting; the clock has no hands. */
function handOf(context: DecisionContext): Hand {
  const { principalId, sharesAccountsWith = [] } = personOf(context);
  return { principalId, representing: [...representedIds(context), ...sharesAccountsWith] };
}

/** The actor as a person; a row that only persons take never sees the clock. */
export function personOf({ actor }: DecisionContext): Actor {
  if (actor === 'clock') throw new Error('Only a person can do this: pass the actor, not the clock.');
  return actor;
}

/** The sides for which somebody may speak: an owner for the store, an admin for the provider. */
export function sidesOf(report: Report, actor: Actor): readonly Side[] {
  const speaksFor = membershipsFor('report.answer', actor, report);
  const sides: readonly Side[] = ['store', 'provider'];
  return sides.filter((side) =>
    speaksFor.some(({ organisationId }) => organisationId === partyOf(report, side)),
  );
}

const partyOf = (report: Report, side: Side): string =>
  side === 'store' ? report.storeId : report.providerId;

export const otherSide = (side: Side): Side => (side === 'store' ? 'provider' : 'store');

/** SOD-1 */
export const confirmerIsNotEditor: Need = ({ report, context }) =>
  confirmerDidNotEdit(handOf(context), report.revisionEditors);

/**
 * SOD-2. The rule names approval; it is held for every staff decision on a case, since a return, a rejection or a
 * suspension can serve a conflict of interest just as well.
 */
export const staffIsIndependent: Need = ({ report, context }) =>
  independence(report, personOf(context), context.representing ?? []);

export function independence(report: Report, actor: Actor, representing: readonly Actor[]): Refusal | null {
  const hand: Hand = {
    principalId: actor.principalId,
    representing: [...representing.map((one) => one.principalId), ...(actor.sharesAccountsWith ?? [])],
  };
  return approverIsIndependent(hand, {
    partyMembers: partyMembers(report, [actor, ...representing]),
    editors: report.allEditors,
    exceptionRequesters: report.request.exceptions.map((exception) => exception.requestedBy),
  });
}

function partyMembers(report: Report, people: readonly Actor[]): readonly PrincipalId[] {
  const belongs = ({ memberships }: Actor): boolean =>
    memberships.some(
      ({ organisationId }) => organisationId === report.storeId || organisationId === report.providerId,
    );
  return people.filter(belongs).map((person) => person.principalId);
}

const firstHand = (proposal: Proposal): Hand => ({
  principalId: proposal.by,
  representing: [...proposal.onBehalfOf, ...(proposal.carries ?? [])],
});

/** SOD-3, wherever staff decide in two steps (T10, T11, T21). */
export const secondIsAnotherPerson: Need = ({ report: { proposal }, context }) =>
  proposal === null || proposal.side !== null ? null : secondIsAnother(firstHand(proposal), handOf(context));

/** Of two approvers one is a lead (domain-rules §1: second approval is the lead's). */
export const aLeadIsAmongTheTwo: Need = ({ report: { proposal }, context }) => {
  if (proposal === null || proposal.role === 'STAFF_LEAD' || holds(personOf(context), 'STAFF_LEAD'))
    return null;
  return refuseReport('lead-needed', {});
};

/** T16, T17: what one side proposed, a different person of the other side joins in. */
export function joinsFromTheOtherSide(report: Report, context: DecisionContext): Refusal | null {
  const { proposal } = report;
  if (proposal === null || proposal.side === null) return refuseReport('no-proposal', {});
  const samePerson = twoSidesTwoPeople(firstHand(proposal), handOf(context));
  if (samePerson !== null) return samePerson;
  const waitsOn = otherSide(proposal.side);
  return sidesOf(report, personOf(context)).includes(waitsOn)
    ? null
    : refuseReport('waits-for-other-side', { waitsOn });
}

/** T9: the side that was asked answers. */
export const askedOfThisSide: Need = ({ report, context }) => {
  const { infoFrom, state } = report;
  if (infoFrom === null || sidesOf(report, personOf(context)).includes(infoFrom)) return null;
  return refuseReport('not-your-turn', { waitsOn: infoFrom, state });
};
