/**
 * What happens to the reminders of one receiver that have come due (domain-rules §12, quiet hours): pure, so that every
 * message can be explained. Nothing outside working hours but what is urgent; one message for an item and a day; a digest
 * instead of more than three.
 */
import { nextOpening } from '../calendar/arithmetic.ts';
import type { BusinessCalendar } from '../calendar/calendar.ts';
import { isOpen, nextDayOpening } from '../calendar/opening.ts';
import { nextDigest } from './digest-time.ts';
import type { DueReminder, Verdict } from './reminder.ts';

/** More items than this on one day come as one digest; news of a change is among them, but goes out by itself. */
export const MOST_MESSAGES = 3;

export interface Desk {
  readonly now: Date;
  readonly calendar: BusinessCalendar;
  /** Items of which the receiver has had a message today. */
  readonly messagedToday: ReadonlySet<string>;
  /** Items of which the receiver has had news today. */
  readonly newsToday: ReadonlySet<string>;
  /** Today's digest has gone out. */
  readonly digestSent: boolean;
}

export function decideAll(desk: Desk, reminders: readonly DueReminder[]): readonly Verdict[] {
  const silenced = reminders.flatMap((reminder) => silence(desk, reminder) ?? []);
  const settled = new Set(silenced.map(({ reminder }) => reminder));
  const loud = reminders.filter((reminder) => !settled.has(reminder));
  const { top, merged } = loudestOfEach(loud.filter(({ stateChange }) => !stateChange));
  const news = loud.filter(({ stateChange }) => stateChange);
  const urgent = top.filter((reminder) => reminder.urgent);
  const others = top.filter((reminder) => !reminder.urgent);
  return [...silenced, ...merged, ...urgent.map(send), ...duringHours(desk, [...news, ...others])];
}

/** Whoever left hears nothing; what was snoozed waits; "I'm on it" silences all that does not escalate. */
function silence({ now, calendar }: Desk, reminder: DueReminder): Verdict | null {
  const { gone, surpassed, onIt, escalates, snoozedUntil, stateChange } = reminder;
  if (gone) return { reminder, do: 'settle', outcome: 'GONE' };
  if (surpassed) return { reminder, do: 'settle', outcome: 'MERGED' };
  if (stateChange) return null;
  if (onIt && !escalates) return { reminder, do: 'settle', outcome: 'MUTED' };
  if (snoozedUntil === null || snoozedUntil <= now) return null;
  return { reminder, do: 'wait', until: nextOpening(calendar, snoozedUntil).at };
}

/** After a standstill several rungs of one item are due: the highest speaks, the others are recorded as merged. */
function loudestOfEach(reminders: readonly DueReminder[]) {
  const loudest = new Map<string, DueReminder>();
  for (const reminder of reminders) {
    const rival = loudest.get(reminder.object);
    if (rival === undefined || rival.rank < reminder.rank) loudest.set(reminder.object, reminder);
  }
  const top = [...loudest.values()];
  const merged = reminders
    .filter((reminder) => !top.includes(reminder))
    .map((reminder): Verdict => ({ reminder, do: 'settle', outcome: 'MERGED' }));
  return { top, merged };
}

function duringHours(desk: Desk, reminders: readonly DueReminder[]): readonly Verdict[] {
  const { now, calendar, messagedToday } = desk;
  if (!isOpen(calendar, now)) return reminders.map(waitUntil(nextOpening(calendar, now).at));
  const again = reminders.filter(
    ({ object, stateChange, form }) => form !== 'digest' && !stateChange && messagedToday.has(object),
  );
  const fresh = reminders.filter((reminder) => !again.includes(reminder));
  return [...again.map(waitUntil(nextDayOpening(calendar, now))), ...messagesOrDigest(desk, fresh)];
}

function messagesOrDigest(desk: Desk, reminders: readonly DueReminder[]): readonly Verdict[] {
  const messages = reminders.filter(({ form, stateChange }) => stateChange || form !== 'digest');
  const items = new Set([...desk.messagedToday, ...desk.newsToday, ...messages.map(({ object }) => object)]);
  const tooMany = items.size > MOST_MESSAGES;
  return reminders.map((reminder) => {
    if (reminder.stateChange) return send(reminder);
    return tooMany || reminder.form === 'digest' ? inDigest(desk, reminder) : send(reminder);
  });
}

/** In the digest that it was due for; what came up after that waits for the next one. */
function inDigest({ now, calendar, digestSent }: Desk, reminder: DueReminder): Verdict {
  const slot = nextDigest(calendar, reminder.dueAt);
  if (slot > now) return waitUntil(slot)(reminder);
  if (!digestSent) return { reminder, do: 'digest' };
  return waitUntil(nextDigest(calendar, nextDayOpening(calendar, now)))(reminder);
}

const send = (reminder: DueReminder): Verdict => ({ reminder, do: 'send' });

const waitUntil =
  (until: Date) =>
  (reminder: DueReminder): Verdict => ({ reminder, do: 'wait', until });
