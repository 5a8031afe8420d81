import type { Reply } from '../../../src/chat/reply.ts';
import type { Ticket } from '../../../src/chat/router/ticket.ts';
import { within } from '../../shared/within.ts';
import { type Asker, askerOf } from '../answer/asker.ts';
import type { InteractionAnswer } from '../answer/response.ts';
import type { Arrival, Desk } from './desk.ts';

/**
 * Lets the core keep and carry out what was asked, and brings the answer: as the first response if it is there in time,
 * since only then can a form open, and after a word that it takes longer if not. An interaction that comes twice is
 * answered once.
 */
export async function run(desk: Desk, arrival: Arrival): Promise<void> {
  const { incoming, since, part = 0 } = arrival;
  if (!desk.recent.isNew(incoming.key)) return replayed(desk, incoming.key);
  const asker = askerOf(incoming, part);
  const answer = desk.answerTo(asker, { since });
  await guarded(desk, asker, async () => {
    const replying = carriedOut(desk, arrival);
    const first = await inTime(desk, { since, replying, answer });
    if (first !== 'replayed') await desk.answers.give(asker, answer, first);
  });
}

type Outcome = Reply<string> | null | 'replayed';

async function carriedOut(desk: Desk, { incoming }: Arrival): Promise<Outcome> {
  const ticket: Ticket = await desk.conversations.receive(incoming);
  if (ticket.kind !== 'replayed') return desk.conversations.run(ticket);
  replayed(desk, incoming.key);
  return 'replayed';
}

interface Racing {
  readonly since: number;
  readonly replying: Promise<Outcome>;
  readonly answer: InteractionAnswer;
}

async function inTime(desk: Desk, { since, replying, answer }: Racing): Promise<Outcome> {
  const left = desk.timing.judgeMs - (desk.timers.elapsed() - since);
  const outcome = await within(desk.timers, left, replying);
  if (outcome !== 'late') return outcome;
  await answer.later();
  return replying;
}

function replayed(desk: Desk, key: string): void {
  desk.metrics.replayed();
  desk.log.warn({ request: key }, 'an interaction came twice; the second one is not answered');
}

/**
 * An answer that cannot be brought is logged: what was done is on record, and everybody concerned hears of it through the
 * queue.
 */
export async function guarded(desk: Desk, asker: Asker, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    desk.log.error({ err: error, request: asker.incoming.key }, 'an answer could not be brought to Discord');
  }
}
