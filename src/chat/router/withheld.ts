import { findPerson } from '../../people/find-person.ts';
import { refuse, refuseAll } from '../../result.ts';
import { fieldErrors } from '../messages/refusals.ts';
import { readerFor } from '../reader.ts';
import type { Reply } from '../reply.ts';
import { refusalCard } from './cards.ts';
import type { ConversationDeps } from './deps.ts';
import type { Ticket } from './ticket.ts';

/** Warns whoever typed a secret, privately and in their own language; an open form stays open, to be mended. */
export async function withheldReply(
  { app, defaults }: ConversationDeps,
  { incoming, fields, requestId }: Extract<Ticket, { kind: 'withheld' }>,
): Promise<Reply<string>> {
  app.log.warn({ requestId, kind: incoming.kind }, 'a secret was typed into a chat; nothing of it was kept');
  app.metrics.refusals.inc({ code: CODE });
  const known = await findPerson(app, incoming.account).catch(() => null);
  const preferences = {
    locale: known?.locale ?? null,
    zone: known?.zone ?? null,
    platformLocale: incoming.locale,
  };
  const { t, locale } = readerFor(defaults, preferences);
  const [first = refuse(CODE), ...others] = fields.map((field) => refuse(CODE, {}, field));
  if (incoming.kind !== 'form') return { kind: 'card', card: refusalCard(t, first), locale };
  return { kind: 'field-errors', ...fieldErrors(t, refuseAll([first, ...others])), locale };
}

const CODE = 'access.key-in-chat';
