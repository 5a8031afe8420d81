import type { App } from '../../app.ts';
import type { PostedRef } from '../../chat/platform-port.ts';
import type { RedrawJob } from '../owe.ts';
import { subjectOfCard } from './card-subject.ts';

/** Longer than a click takes that anybody still waits for. */
const AGAIN_AFTER_SECONDS = 20;

type Deps = Pick<App, 'database' | 'queue'>;

/**
 * To be said before a platform shows a card otherwise than it was drawn, such as without its buttons while a click on it is
 * carried out: should the process die before it says `cardUndisturbed`, the queue draws the card all the same. Says nothing
 * of other messages.
 */
export async function cardDisturbed(app: Deps, ref: PostedRef): Promise<void> {
  await drawnAnew(app, ref, AGAIN_AFTER_SECONDS);
}

/** It is over: the card is drawn again from the record as it is now. False for a message that is no card of ours. */
export const cardUndisturbed = (app: Deps, ref: PostedRef): Promise<boolean> => drawnAnew(app, ref);

async function drawnAnew(app: Deps, ref: PostedRef, afterSeconds?: number): Promise<boolean> {
  const subject = await subjectOfCard(app, ref);
  if (subject === null) return false;
  const job: RedrawJob = { subjects: [subject], anew: ref.message };
  const later = afterSeconds === undefined ? {} : { afterSeconds };
  await app.database.change([app.queue.statementFor('redraw', [job], later)]);
  return true;
}
