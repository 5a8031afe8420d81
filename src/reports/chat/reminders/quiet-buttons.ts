import type { Button, HandleSpec } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import { refusalText } from '../../../chat/messages/refusals.ts';
import { plain } from '../../../chat/text.ts';
import { MOST_SNOOZES, SNOOZES } from '../../../reminders/actions/snooze.ts';
import { familyOf, rungNamed } from '../../../reminders/ladder/rungs.ts';
import type { ReminderState } from '../../../reminders/record/reminder-state.ts';
import { refuse } from '../../../result.ts';

export const SNOOZE = 'snooze';
export const ON_IT = 'on-it';

/** Rungs of a wait that somebody can end; a date of the calendar comes whatever they do. */
const OF_A_WAIT = /^(at-\d+|last|again)$/;

/** Under a reminder: later, or "I'm on it" as long as that would keep anything quiet. */
export function quietButtons(
  { t }: Pick<Reader, 't'>,
  handle: (verb: string, data?: string) => HandleSpec,
  { reminder, now }: { readonly reminder: ReminderState | null; readonly now: Date },
): readonly Button[] {
  if (reminder === null || !OF_A_WAIT.test(familyOf(reminder.rung))) return [];
  const { rung, snoozes, snoozedUntil, onIt } = reminder;
  const asleep = snoozedUntil !== null && snoozedUntil > now;
  const spent =
    snoozes < MOST_SNOOZES
      ? {}
      : { disabledBecause: plain(refusalText(t, refuse('reminders.snoozed-twice'))) };
  const later = SNOOZES.map(
    (snooze): Button => ({
      label: t(`reminders.button.${snooze}`),
      tone: 'plain',
      handle: handle(SNOOZE, snooze),
      ...spent,
    }),
  );
  const mine: Button = { label: t('reminders.button.on-it'), tone: 'plain', handle: handle(ON_IT) };
  return [...(onIt || rungNamed(rung).escalates ? [] : [mine]), ...(asleep ? [] : later)];
}
