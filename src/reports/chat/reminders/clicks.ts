import type { Card, HandleSpec } from '../../../chat/card.ts';
import type { Answer, Click, Known } from '../../../chat/conversation.ts';
import { moment, plain } from '../../../chat/text.ts';
import { sayOnIt } from '../../../reminders/actions/on-it.ts';
import { SNOOZES, snoozeReminders } from '../../../reminders/actions/snooze.ts';
import type { Reminded } from '../../../reminders/record/reminder-state.ts';
import { isRefused } from '../../../result.ts';
import { remindedReport } from '../../record/reminded.ts';
import { ON_IT, SNOOZE } from './quiet-buttons.ts';

export const snoozeClick: Click = {
  action: `report.${SNOOZE}`,
  effect: 'change',
  run: (talk, handle) => snoozed(talk, remindedReport(handle.subject), handle),
};

export const onItClick: Click = {
  action: `report.${ON_IT}`,
  effect: 'change',
  run: (talk, handle) => onIt(talk, remindedReport(handle.subject), handle),
};

/** "Remind me later": moves one's own reminders, never the deadline. */
export async function snoozed(talk: Known, reminded: Reminded, handle: HandleSpec): Promise<Answer> {
  const snooze = SNOOZES.find((known) => known === handle.data) ?? 'day';
  const outcome = await snoozeReminders(talk.app, { ...asked(talk, reminded, handle), snooze });
  if (isRefused(outcome)) return outcome;
  const until = moment(outcome.ok.until);
  const title = plain(talk.t.text('reminders.done.snoozed', { id: handle.subject, until }));
  return { kind: 'card', card: done(title, talk.t('reminders.done.snoozed-lead')) };
}

/** "I'm on it": nobody is reminded until it gets late. */
export async function onIt(talk: Known, reminded: Reminded, handle: HandleSpec): Promise<Answer> {
  const outcome = await sayOnIt(talk.app, asked(talk, reminded, handle));
  if (isRefused(outcome)) return outcome;
  const title = talk.t('reminders.done.on-it', { id: handle.subject });
  return { kind: 'card', card: done(title, talk.t('reminders.done.on-it-lead')) };
}

const asked = ({ person, requestId }: Known, reminded: Reminded, { stateSeq }: HandleSpec) => ({
  ...{ reminded, stateSeq, requestId },
  principalId: person.principalId,
});

const done = (title: string, lead: string): Card => ({ tone: 'good', title, lead });
