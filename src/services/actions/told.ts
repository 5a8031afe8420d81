import type { Receiver } from '../../delivery/receiver.ts';
import type { OwedMessage } from '../../delivery/view.ts';
import type { PrincipalId } from '../../people/principal.ts';
import { inboxSubject } from '../../reports/actions/told.ts';
import { subjectOf } from '../kinds.ts';
import type { Step, Told } from '../lifecycle/lifecycle.ts';
import type { ServicePeople } from '../record/people.ts';
import type { StepToWrite } from '../record/write-step.ts';
import { adminsOf, handlerNow } from '../reminders/receivers.ts';

/** The view that draws a case's card. */
export const SERVICE_VIEW = 'service';

/** Who gets a message of a step; whoever made it has its answer already. */
export function messagesOf(
  step: Step,
  written: StepToWrite & { readonly assignedTo: PrincipalId | null },
  people: ServicePeople,
): readonly OwedMessage[] {
  const receivers = step.tell.flatMap((told) => reached(told, written.assignedTo, people));
  return receivers
    .filter((receiver) => receiver.kind !== 'person' || receiver.principalId !== written.actor)
    .map((receiver) => ({
      view: SERVICE_VIEW,
      subject: subjectOf(written),
      stateSeq: written.stateSeq + 1,
      rule: step.event,
      receiver,
    }));
}

/** Every inbox in which the case may stand. */
export function inboxesOf({ provider, staff }: ServicePeople): readonly string[] {
  return [...new Set([...provider, ...staff].map(({ id }) => inboxSubject(id)))];
}

function reached(told: Told, assignedTo: PrincipalId | null, people: ServicePeople): readonly Receiver[] {
  const person = (principalId: PrincipalId): Receiver => ({ kind: 'person', principalId });
  const handler = handlerNow(people, assignedTo);
  const theirs = handler === null ? [] : [person(handler)];
  switch (told) {
    case 'provider':
      return adminsOf(people).map(person);
    case 'assignee':
      return theirs;
    case 'queue':
      return [...theirs, { kind: 'channel', name: 'staff' }];
  }
}
