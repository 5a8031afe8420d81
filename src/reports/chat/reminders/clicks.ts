import type { Card } from '../../../chat/card.ts';
import type { Click, Known } from '../../../chat/conversation.ts';
import { moment, plain } from '../../../chat/text.ts';
import { sayOnIt } from '../../../reminders/actions/on-it.ts';
import { SNOOZES, snoozeReminders } from '../../../reminders/actions/snooze.ts';
import { isRefused } from '../../../result.ts';
import { ON_IT, SNOOZE } from './quiet-buttons.ts';

/** "Remind me later": moves one's own reminders, never the deadline. */
export const snoozeClick: Click = {
  action: `report.${SNOOZE}`,
  effect: 'change',
  run: async (talk, { subject, stateSeq, data }) => {
    const snooze = SNOOZES.find((known) => known === data) ?? 'day';
    const outcome = await snoozeReminders(talk.app, { ...asked(talk, subject, stateSeq), snooze });
    if (isRefused(outcome)) return outcome;
    const title = plain(
      talk.t.text('reminders.done.snoozed', { id: subject, until: moment(outcome.ok.until) }),
    );
    return { kind: 'card', card: done(title, talk.t('reminders.done.snoozed-lead')) };
  },
};

/** "I'm on it": nobody is reminded until it gets late. */
export const onItClick: Click = {
  action: `report.${ON_IT}`,
  effect: 'change',
  run: async (talk, { subject, stateSeq }) => {
    const outcome = await sayOnIt(talk.app, asked(talk, subject, stateSeq));
    if (isRefused(outcome)) return outcome;
    return {
      kind: 'card',
      card: done(talk.t('reminders.done.on-it', { id: subject }), talk.t('reminders.done.on-it-lead')),
    };
  },
};

const asked = ({ person, requestId }: Known, reportId: string, stateSeq: number) => ({
  reportId,
  stateSeq,
  principalId: person.principalId,
  requestId,
});

const done = (title: string, lead: string): Card => ({ tone: 'good', title, lead });
