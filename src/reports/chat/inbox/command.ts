import type { Answer, Click, Command, Known } from '../../../chat/conversation.ts';
import { INBOX_PAGE, inboxCards } from './cards.ts';

/** `/inbox`: what waits on me. */
export const inboxCommand: Command = {
  area: 'inbox',
  verb: '',
  options: [],
  who: 'inbox.show',
  effect: 'read',
  run: (talk) => inboxAnswer(talk, 0),
};

export const inboxPageClick: Click = {
  action: INBOX_PAGE,
  effect: 'read',
  run: (talk, { data = '0' }) => inboxAnswer(talk, Math.max(0, Number(data) || 0)),
};

async function inboxAnswer(talk: Known, page: number): Promise<Answer> {
  return { kind: 'cards', cards: await inboxCards(talk.app, talk, page) };
}
