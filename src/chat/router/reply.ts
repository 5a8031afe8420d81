import type { Answer } from '../conversation.ts';
import type { Incoming } from '../incoming.ts';
import { fieldErrors } from '../messages/refusals.ts';
import type { Translate } from '../messages/translate.ts';
import type { Reply } from '../reply.ts';
import { type Failure, failureCard, type PlainCard, refusalCard } from './cards.ts';

/** Refusals become a card, or stand beside the fields of the form that is still open. */
export function replyOf(t: Translate, incoming: Incoming, answer: Answer): Reply {
  if (!('refused' in answer)) return answer;
  if (incoming.kind !== 'form') return { kind: 'card', card: refusalCard(t, answer) };
  const { errors, summary } = fieldErrors(t, answer);
  // A refusal that is about no field cannot be mended by typing: the form closes, its draft stays.
  if (Object.keys(errors).length === 0) return { kind: 'closed', card: refusalCard(t, answer) };
  return { kind: 'field-errors', errors, ...(summary === undefined ? {} : { summary }) };
}

/** An open form stays open, with all that was typed. */
export function failureReply(t: Translate, incoming: Incoming, failure: Failure): Reply<never> {
  const card = failureCard(t, failure);
  if (incoming.kind !== 'form') return { kind: 'card', card };
  const happened = t(failure.unavailable ? 'chat.failed.unavailable' : 'chat.failed.defect');
  const next = t(failure.kept ? 'chat.failed.kept' : 'chat.failed.ask-again');
  return { kind: 'field-errors', errors: {}, summary: `${happened} ${next}` };
}

/** A form can no longer be opened or marked once its platform's patience is over: what it would say becomes a card. */
export function laterReply(t: Translate, reply: Reply): Reply {
  if (reply.kind === 'form') return { kind: 'card', card: keptFormCard(t, []) };
  if (reply.kind !== 'field-errors') return reply;
  const texts = [...Object.values(reply.errors), ...(reply.summary === undefined ? [] : [reply.summary])];
  return { kind: 'card', card: keptFormCard(t, texts) };
}

function keptFormCard(t: Translate, texts: readonly string[]): PlainCard {
  return {
    tone: 'waiting',
    title: t('chat.form-kept.title'),
    lead: t.text('chat.form-kept.lead', { command: { code: '/inbox' } }),
    ...(texts.length === 0 ? {} : { sections: [{ list: texts }] }),
  };
}
