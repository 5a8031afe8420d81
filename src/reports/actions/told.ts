import type { Receiver } from '../../delivery/receiver.ts';
import type { OwedMessage } from '../../delivery/view.ts';
import { PLATFORM_ORGANISATION } from '../../people/actions/bootstrap-lead.ts';
import type { PrincipalId, Role } from '../../people/principal.ts';
import type { Audience, Change } from '../lifecycle/change.ts';
import type { Case, PartyPerson } from '../record/case.ts';
import { reviewerNow, toldInstead } from '../record/stand-ins/delegations.ts';

/** The view that draws a report's card. */
export const REPORT_VIEW = 'report';
/** Standing cards of somebody's inbox. */
export const inboxSubject = (principalId: string): string => `inbox:${principalId}`;

/**
 * Who gets a message of a change. Members of a provider are told where they may act: while there is something to fill
 * in, and a stand-in instead of whoever is away. Whoever made the change has its answer already.
 */
export function messagesOf(parties: Case, change: Change, actor: string): readonly OwedMessage[] {
  // A draft was the store's own affair: whoever never saw it need not hear that it is gone.
  if (change.from === 'DRAFT' && change.next.state === 'WITHDRAWN') return [];
  return receivers(parties, change)
    .filter((receiver) => receiver.kind !== 'person' || receiver.principalId !== actor)
    .map((receiver) => ({
      view: REPORT_VIEW,
      subject: change.next.id,
      stateSeq: change.next.stateSeq,
      rule: change.transition,
      receiver,
    }));
}

/** Every inbox in which the case may stand. */
export function inboxesOf({ store, provider, staff }: Case): readonly string[] {
  const ids = [...store.people, ...provider.people, ...staff].map(({ id }) => inboxSubject(id));
  return [...new Set(ids)];
}

function receivers(parties: Case, change: Change): readonly Receiver[] {
  const ids = [...new Set(change.tell.flatMap((audience) => reachedOf(audience, parties, change)))];
  const channel: Receiver[] = change.tell.includes('reviewers') ? [{ kind: 'channel', name: 'staff' }] : [];
  return [...ids.map((principalId): Receiver => ({ kind: 'person', principalId })), ...channel];
}

/** Whoever is away is not written to where somebody else takes over; the case stays in their inbox. */
function reachedOf(audience: Audience, parties: Case, change: Change): readonly PrincipalId[] {
  const people = peopleOf(audience, parties, change);
  if (parties.delegations.length === 0) return people.map(({ id }) => id);
  switch (audience) {
    case 'store':
      return toldInstead(parties, parties.store.id, people);
    case 'provider':
      return toldInstead(parties, parties.provider.id, people);
    case 'leads':
      return toldInstead(parties, PLATFORM_ORGANISATION, people);
    case 'former':
    case 'reviewers':
      // The channel is told in any case: it is the queue of a reviewer who is away.
      return people.flatMap(({ id }) => reviewerNow(parties, id) ?? []);
  }
}

function peopleOf(
  audience: Audience,
  { report, store, provider, staff }: Case,
  { next }: Change,
): readonly PartyPerson[] {
  switch (audience) {
    case 'store':
      return having(store.people, 'STORE_OWNER');
    case 'provider':
      return next.state === 'FILLING'
        ? having(provider.people, 'PROVIDER_ADMIN', 'PROVIDER_MEMBER')
        : having(provider.people, 'PROVIDER_ADMIN');
    case 'reviewers':
      return staff.filter(({ id }) => id === next.assignedTo);
    case 'former':
      return staff.filter(({ id }) => id === report.assignedTo && id !== next.assignedTo);
    case 'leads':
      return having(staff, 'STAFF_LEAD');
  }
}

const having = (people: readonly PartyPerson[], ...roles: readonly Role[]): readonly PartyPerson[] =>
  people.filter(({ role }) => roles.includes(role));
