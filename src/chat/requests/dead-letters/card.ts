import type { DeadLetter } from '../../../platform/queue.ts';
import type { Button, Card, HandleSpec, Section } from '../../card.ts';
import type { Reader } from '../../conversation.ts';
import { accountText } from '../../messages/names.ts';
import type { Translate } from '../../messages/translate.ts';
import { moment } from '../../text.ts';
import type { DeadRequest } from './record.ts';

export const RETRY_REQUEST = 'requests.retry';
export const RETRY_LETTER = 'letters.retry';
/** As many of each kind as one card can offer buttons for. */
const SHOWN = 5;

export interface DeadThings {
  readonly requests: readonly DeadRequest[];
  readonly letters: readonly DeadLetter[];
}

/** What was asked and could not be done, what was owed and could not be delivered; each with its button. */
export function deadCard({ t }: Pick<Reader, 't'>, { requests, letters }: DeadThings): Card {
  const none = requests.length + letters.length === 0;
  const shown = [
    ...requests.slice(0, SHOWN).map((request) => requestPart(t, request)),
    ...letters.slice(0, SHOWN).map((letter) => letterPart(t, letter)),
  ];
  return {
    tone: none ? 'good' : 'warning',
    title: t('chat.dead.title'),
    lead: none
      ? t('chat.dead.none')
      : t('chat.dead.lead', { requests: requests.length, letters: letters.length }),
    sections: shown.map((part, index) => ({ ...part.section, title: `${index + 1}. ${part.section.title}` })),
    actions: shown.map((part, index) => button(t, index + 1, part.handle)),
  };
}

interface Part {
  readonly section: Section & { readonly title: string };
  readonly handle: HandleSpec;
}

function requestPart(t: Translate, { incoming, requestId, failure, deadAt }: DeadRequest): Part {
  const what = incoming.kind === 'command' ? `/${incoming.area}` : t(`chat.dead.kind.${incoming.kind}`);
  return {
    section: {
      title: t('chat.dead.request', { what }),
      facts: [
        { label: t('chat.dead.by'), value: accountText(t, incoming.account) },
        { label: t('chat.dead.since'), value: [moment(deadAt)] },
        { label: t('chat.dead.reason'), value: failure },
        { label: t('chat.dead.reference'), value: [{ code: requestId }] },
      ],
    },
    handle: { action: RETRY_REQUEST, subject: requestId, revision: 0, stateSeq: 0 },
  };
}

function letterPart(t: Translate, { id, queue, reason, diedAt, attempts }: DeadLetter): Part {
  return {
    section: {
      title: t('chat.dead.letter', { queue }),
      facts: [
        { label: t('chat.dead.since'), value: [moment(diedAt)] },
        { label: t('chat.dead.attempts'), value: String(attempts) },
        { label: t('chat.dead.reason'), value: reason },
      ],
    },
    handle: { action: RETRY_LETTER, subject: id, revision: 0, stateSeq: 0 },
  };
}

const button = (t: Translate, number: number, handle: HandleSpec): Button => ({
  label: t('chat.dead.retry', { number }),
  tone: 'plain',
  handle,
});
