import type { SlackViewMiddlewareArgs, ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import type { Reply } from '../../../src/chat/reply.ts';
import { within } from '../../shared/within.ts';
import { type Asker, askerOf, readerOf } from '../answer/asker.ts';
import { responseAction } from '../answer/judged.ts';
import { workingModal } from '../draw/cards/modal.ts';
import { formIncoming } from '../receive/incoming/form.ts';
import { type Arrival, acknowledge, receive, refuseReplay } from './admit.ts';
import { answerWith } from './answer-with.ts';
import type { Desk } from './desk.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction>;

/**
 * A submitted page. Its errors and its next page travel in the acknowledgement, so it is judged first, within Slack's
 * three seconds; a page that takes longer shows so, and gets its answer when there is one.
 */
export async function serveSubmission(desk: Desk, { body, ack }: Args): Promise<void> {
  const arrivedAt = desk.timers.elapsed();
  const incoming = formIncoming(body, await desk.locales.of(body.user.id));
  if (!incoming) {
    desk.log.warn({ callback: body.view.callback_id }, 'a form that is none of ours was submitted');
    return ack({ response_action: 'clear' });
  }
  const arrival = { incoming, arrivedAt };
  const asker = askerOf(incoming);
  const judging = judge(desk, arrival);
  const left = desk.timing.judgeMs - (desk.timers.elapsed() - arrivedAt);
  const reply = await within(desk.timers, left, judging);
  const answer = (action: ViewResponseAction) => acknowledge(desk, arrival, () => ack(action));
  if (reply === 'late') {
    await answer({ response_action: 'update', view: workingModal(asker.locale) });
    return answerLate(desk, { asker, body, judging });
  }
  await answer(responseAction(reply, body.view, readerOf(asker, reply)));
  if (reply && !staysOpen(reply)) await answerWith(desk, asker, async () => reply);
}

async function judge(desk: Desk, arrival: Arrival): Promise<Reply<string> | null> {
  const ticket = await receive(desk, arrival);
  refuseReplay(desk, ticket, arrival);
  return desk.conversations.run(ticket);
}

const staysOpen = ({ kind }: Reply<string>): boolean => kind === 'form' || kind === 'field-errors';

interface Late {
  readonly asker: Asker;
  readonly body: ViewSubmitAction;
  readonly judging: Promise<Reply<string> | null>;
}

async function answerLate(desk: Desk, { asker, body, judging }: Late): Promise<void> {
  try {
    await desk.answers.giveLate(asker, body.view, await judging);
  } catch (error) {
    desk.log.error({ err: error, request: asker.incoming.key }, 'a form that took long got no answer');
  }
}
