import type { App } from '../../../app.ts';
import type { Section } from '../../../chat/card.ts';
import type { Click, Known } from '../../../chat/conversation.ts';
import { moment, type Text } from '../../../chat/text.ts';
import type { Audience } from '../../../delivery/view.ts';
import { familyOf } from '../../../reminders/ladder/rungs.ts';
import { type ReminderState, reminderState } from '../../../reminders/record/reminder-state.ts';
import { onIt, snoozed } from '../../../reports/chat/reminders/clicks.ts';
import { ON_IT, SNOOZE } from '../../../reports/chat/reminders/quiet-buttons.ts';
import { refuse } from '../../../result.ts';
import { loadService, type ServiceCase } from '../../record/case.ts';
import { remindedService } from '../../record/reminded.ts';

/** What of the present wait has reached the reader; nobody is reminded of what has no deadline. */
export async function reminderFor(
  app: Pick<App, 'database'>,
  { person }: Audience,
  found: ServiceCase,
): Promise<ReminderState | null> {
  if (person === null || found.deadlineAt === null) return null;
  return reminderState(app, remindedService(found), person.principalId);
}

/** Rungs whose words hold of any case. */
const SAID: readonly string[] = ['at-50', 'at-80', 'at-100', 'at-150', 'again'];

/** Why the reader is reminded, and what they asked of further reminders. */
export function reminderSection(
  { t }: Pick<Audience, 't'>,
  reminder: ReminderState | null,
  now: Date,
): readonly Section[] {
  if (reminder === null) return [];
  const { rung, people, snoozedUntil } = reminder;
  const family = familyOf(rung);
  const list: readonly Text[] = [
    ...(SAID.includes(family) ? [t(`reminders.line.${family}`)] : []),
    ...(people > 1 ? [t('reminders.reached', { count: people })] : []),
    ...(reminder.onIt ? [t('reminders.on-it')] : []),
    ...(snoozedUntil !== null && snoozedUntil > now
      ? [t.text('reminders.snoozed-until', { until: moment(snoozedUntil) })]
      : []),
  ];
  return list.length === 0 ? [] : [{ title: t('reminders.section'), list }];
}

const quiet = (verb: string, run: typeof snoozed): Click => ({
  action: `service.${verb}`,
  effect: 'change',
  run: async (talk: Known, handle) => {
    const found = await loadService(talk.app, handle.subject);
    return found
      ? run(talk, remindedService(found), handle)
      : refuse('services.unknown', { case: handle.subject });
  },
});

export const quietClicks: readonly Click[] = [quiet(SNOOZE, snoozed), quiet(ON_IT, onIt)];
