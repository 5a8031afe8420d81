import type { Known } from '../../../chat/conversation.ts';
import type { Reply } from '../../../chat/reply.ts';
import { recordHome } from '../../../delivery/standing/home.ts';
import { inboxSubject } from '../../actions/told.ts';
import { inboxCards } from './cards.ts';
import { INBOX_VIEW } from './view.ts';

/** The home page is the inbox, and follows it from now on. */
export async function inboxHome(talk: Known): Promise<Reply> {
  const { app, account, person, locale } = talk;
  const cards = await inboxCards(app, talk);
  const { principalId } = person;
  const subject = inboxSubject(principalId);
  await recordHome(app, { account, principalId, view: INBOX_VIEW, subject, locale, cards });
  return { kind: 'cards', cards };
}
