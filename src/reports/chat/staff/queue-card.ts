import type { Button, Card } from '../../../chat/card.ts';
import type { Known } from '../../../chat/conversation.ts';
import { moment } from '../../../chat/text.ts';
import { permitted } from '../../../people/permissions.ts';
import type { QueueLine } from '../../record/review-queue.ts';
import { handleOf } from '../card/handle.ts';
import { lineSection } from '../commands/list.ts';

/** One case of the queue: who has it, and how to take it, hand it over or open it. */
export function queueCard(talk: Known, line: QueueLine): Card {
  const { t, app } = talk;
  const late = line.deadlineAt !== null && line.deadlineAt < app.clock.now();
  const { title = line.id, body } = lineSection(talk, { ...line, deadlineAt: null });
  return {
    tone: late ? 'warning' : 'waiting',
    title,
    ...(line.deadlineAt
      ? { lead: [`${t(late ? 'cases.late-since' : 'cases.due')} `, moment(line.deadlineAt)] }
      : {}),
    facts: [{ label: t('cases.fact.reviewer'), value: line.reviewerName ?? t('cases.queue.nobody') }],
    ...(body === undefined ? {} : { sections: [{ body }] }),
    actions: lineButtons(talk, line),
  };
}

function lineButtons({ t, person }: Known, line: QueueLine): readonly Button[] {
  const mine = line.assignedTo === person.principalId;
  const claim = permitted('staff.claim', person).allowed && !mine;
  const assign = permitted('staff.assign', person).allowed;
  const button = (label: string, verb: string, tone: Button['tone']): Button => ({
    label: t(label),
    tone,
    handle: handleOf(line, verb),
  });
  return [
    button('cases.button.open', 'show', mine ? 'primary' : 'plain'),
    ...(claim
      ? [button('reports.action.claim', 'claim', line.assignedTo === null ? 'primary' : 'plain')]
      : []),
    ...(assign ? [button('reports.action.assign', 'assign', 'plain')] : []),
  ];
}
