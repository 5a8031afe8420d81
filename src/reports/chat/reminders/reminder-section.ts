import type { Section } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import { day, moment, type Text } from '../../../chat/text.ts';
import { familyOf } from '../../../reminders/ladder/rungs.ts';
import type { ReminderState } from '../../../reminders/record/reminder-state.ts';
import type { Case } from '../../record/case.ts';
import { lapseAt } from '../../record/waiting.ts';
import { lastDayOf } from '../../reminders/relationship.ts';

/** Why the reader is reminded, how many others are, and what they asked of further reminders. */
export function reminderSection(
  { t }: Pick<Reader, 't'>,
  parties: Case,
  { reminder, now }: { readonly reminder: ReminderState | null; readonly now: Date },
): readonly Section[] {
  if (reminder === null) return [];
  const { people, onIt, snoozedUntil } = reminder;
  const list: readonly Text[] = [
    line({ t }, parties, reminder.rung),
    ...(people > 1 ? [t('reminders.reached', { count: people })] : []),
    ...(onIt ? [t('reminders.on-it')] : []),
    ...(snoozedUntil !== null && snoozedUntil > now
      ? [t.text('reminders.snoozed-until', { until: moment(snoozedUntil) })]
      : []),
  ];
  return [{ title: t('reminders.section'), list }];
}

function line({ t }: Pick<Reader, 't'>, parties: Case, rung: string): Text {
  const { report } = parties;
  const lapse = lapseAt(parties, report);
  return t.text(`reminders.line.${familyOf(rung)}`, {
    lapse: lapse === null ? '' : moment(lapse),
    date: day(lastDayOf(report)),
    due: report.deadline === null ? '' : moment(report.deadline.at),
  });
}
