import { dateOn } from '../../../src/reminders/calendar/opening.ts';
import { isTold, rungNamed } from '../../../src/reminders/ladder/rungs.ts';
import { decideAll } from '../../../src/reminders/quiet/decide.ts';
import type { DueReminder } from '../../../src/reminders/quiet/reminder.ts';
import type { Agenda } from './agenda.ts';
import type { Population } from './people.ts';
import { type Said, SaidLog } from './said.ts';

/** The rows of one reminder table, kept in memory, decided by the same pure rules as the sweep's. */
export class Desks {
  readonly said = new SaidLog();
  readonly #rows = new Map<string, DueReminder[]>();
  readonly #agenda: Agenda;
  readonly #people: Population;
  readonly #stillWaits: (reminder: DueReminder) => boolean;

  constructor(agenda: Agenda, people: Population, stillWaits: (reminder: DueReminder) => boolean) {
    this.#agenda = agenda;
    this.#people = people;
    this.#stillWaits = stillWaits;
  }

  put(receiver: string, row: Pick<DueReminder, 'object' | 'stateSeq' | 'rung' | 'dueAt'>): void {
    const { form, percent: rank, escalates, aroundTheClock: urgent = false } = rungNamed(row.rung);
    const reminder: DueReminder = {
      ...row,
      form,
      rank,
      escalates,
      urgent,
      stateChange: isTold(row.rung),
      gone: false,
      surpassed: false,
      onIt: false,
      snoozedUntil: null,
    };
    this.#rows.set(receiver, [...(this.#rows.get(receiver) ?? []), reminder]);
    this.#agenda.at(row.dueAt, 'desk', () => this.#look(receiver));
  }

  #look(receiver: string): void {
    const { now } = this.#agenda;
    const rows = (this.#rows.get(receiver) ?? []).filter(this.#stillWaits);
    const due = rows.filter(({ dueAt }) => dueAt <= now);
    if (due.length === 0) return;
    const rest = rows.filter(({ dueAt }) => dueAt > now);
    this.#rows.set(receiver, rest);
    for (const verdict of decideAll(
      this.#desk(receiver),
      due.map((row) => this.#asItStands(receiver, row)),
    )) {
      const { reminder } = verdict;
      if (verdict.do === 'wait') this.#putOff(receiver, { ...reminder, dueAt: verdict.until });
      if (verdict.do === 'send') this.#say(receiver, reminder, 'message');
      if (verdict.do === 'digest') this.#say(receiver, reminder, 'digest');
    }
  }

  #putOff(receiver: string, reminder: DueReminder): void {
    this.#rows.set(receiver, [...(this.#rows.get(receiver) ?? []), reminder]);
    this.#agenda.at(reminder.dueAt, 'desk', () => this.#look(receiver));
  }

  #say(receiver: string, { object, stateSeq, rung }: DueReminder, as: Said['as']): void {
    const { now } = this.#agenda;
    const date = dateOn(this.#people.calendarOf(receiver), now);
    const said = { at: now, date, receiver, object, stateSeq, rung, as };
    this.said.add(said);
  }

  #asItStands(receiver: string, row: DueReminder): DueReminder {
    const louder = this.said
      .to(receiver, row.object)
      .some(
        (said) =>
          said.stateSeq === row.stateSeq &&
          said.as === 'message' &&
          !isTold(said.rung) &&
          rungNamed(said.rung).percent > row.rank,
      );
    return { ...row, surpassed: louder };
  }

  #desk(receiver: string) {
    const { now } = this.#agenda;
    const calendar = this.#people.calendarOf(receiver);
    const date = dateOn(calendar, now);
    const today = this.said.to(receiver, date);
    const messages = today.filter(
      ({ as, rung }) => as === 'message' && !isTold(rung) && !rungNamed(rung).aroundTheClock,
    );
    const news = today.filter(({ as, rung }) => as === 'message' && isTold(rung));
    return {
      now,
      calendar,
      messagedToday: new Set(messages.map(({ object }) => object)),
      newsToday: new Set(news.map(({ object }) => object)),
      digestSent: today.some(({ as }) => as === 'digest'),
    };
  }
}
