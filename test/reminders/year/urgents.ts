import type { BusinessCalendar } from '../../../src/reminders/calendar/calendar.ts';
import type { PlannedRung } from '../../../src/reminders/ladder/planned.ts';
import type { CasePeople } from '../../../src/reports/reminders/receivers.ts';
import { acknowledgementDue } from '../../../src/urgent/issue.ts';
import { overAgain, urgentRungs } from '../../../src/urgent/reminders/rungs.ts';
import { reached } from '../../../src/urgent/reminders/source.ts';
import { line } from '../../reports/quality-standards/standards.ts';
import type { Agenda } from './agenda.ts';
import type { Chance } from './chance.ts';
import type { Desks } from './desks.ts';

/** One urgent issue, and when somebody acknowledged it. */
export interface Urgent {
  readonly id: string;
  readonly providerId: string;
  readonly contacts: readonly string[];
  readonly reportedBy: string;
  readonly side: 'store';
  readonly reportedAt: Date;
  readonly dueAt: Date;
  /** Everything that was planned of it. */
  readonly planned: PlannedRung[];
  acknowledgedAt: Date | null;
}

export interface Standing {
  readonly provider: string;
  readonly calendar: BusinessCalendar;
  readonly peopleNow: () => CasePeople;
  readonly stands: () => boolean;
}

const HOUR_MS = 60 * 60 * 1000;

/** Issues that stores report at any hour, and that are acknowledged soon, late or never. */
export class Urgents {
  readonly all: Urgent[] = [];
  readonly #byId = new Map<string, Urgent>();
  readonly #agenda: Agenda;
  readonly #chance: Chance;
  readonly #desks: () => Desks;

  constructor(agenda: Agenda, chance: Chance, desks: () => Desks) {
    this.#agenda = agenda;
    this.#chance = chance;
    this.#desks = desks;
  }

  isOpen(id: string): boolean {
    return this.#byId.get(id)?.acknowledgedAt === null;
  }

  /** Some time within half a year of a cooperation that begins now. */
  somewhen(standing: Standing): void {
    const at = new Date(this.#agenda.now.getTime() + this.#chance.between(0, 180 * 24) * HOUR_MS);
    this.#agenda.at(at, 'act', () => {
      if (standing.stands()) this.#report(standing);
    });
  }

  #report(standing: Standing): void {
    const reportedAt = this.#agenda.now;
    const target = this.#chance.oneOf([0.5, 2, 4, 24]);
    const { store, provider } = standing.peopleNow();
    const urgent: Urgent = {
      id: `urg_${this.all.length}`,
      providerId: standing.provider,
      contacts: provider.slice(0, 1).map(({ id }) => id),
      reportedBy: store[0]?.id ?? '',
      side: 'store',
      reportedAt,
      dueAt: acknowledgementDue([line('QS09', { target })], reportedAt),
      planned: [],
      acknowledgedAt: null,
    };
    this.all.push(urgent);
    this.#byId.set(urgent.id, urgent);
    for (const rung of urgentRungs(urgent)) this.#plan(urgent, standing, rung);
    if (this.#chance.happens(0.1)) return;
    const after =
      target * (this.#chance.happens(0.6) ? this.#chance.between(0, 1) : this.#chance.between(1, 9));
    this.#agenda.at(new Date(reportedAt.getTime() + after * HOUR_MS), 'act', () => {
      urgent.acknowledgedAt = this.#agenda.now;
    });
  }

  #plan(urgent: Urgent, standing: Standing, planned: PlannedRung): void {
    urgent.planned.push(planned);
    this.#agenda.at(planned.dueAt, 'spread', () => {
      if (urgent.acknowledgedAt !== null || !standing.stands()) return;
      for (const id of reached(planned.rung, urgent, standing.peopleNow()))
        this.#desks().put(id, { object: urgent.id, stateSeq: 0, ...planned });
      for (const next of overAgain(planned, standing.calendar)) this.#plan(urgent, standing, next);
    });
  }
}
