import type { Actor } from '../../../src/people/principal.ts';
import { addBusinessMinutes } from '../../../src/reminders/calendar/arithmetic.ts';
import { BUSINESS_DAY_MINUTES, businessCalendar } from '../../../src/reminders/calendar/calendar.ts';
import type { PlannedRung } from '../../../src/reminders/ladder/planned.ts';
import { isTold, toldRung } from '../../../src/reminders/ladder/rungs.ts';
import { hasSla } from '../../../src/reports/lifecycle/clock-instruction.ts';
import { decide } from '../../../src/reports/lifecycle/decide.ts';
import type { ReportEvent } from '../../../src/reports/lifecycle/events.ts';
import { addDays, today } from '../../../src/reports/periods.ts';
import type { CaseClocks } from '../../../src/reports/record/case.ts';
import { clockAfter } from '../../../src/reports/record/clock.ts';
import { calendarOfWaiting, lapseAt } from '../../../src/reports/record/waiting.ts';
import { wakeAt } from '../../../src/reports/record/wake.ts';
import { rungsAfter } from '../../../src/reports/reminders/planned.ts';
import { followingRungs, reachOf } from '../../../src/reports/reminders/reach.ts';
import type { CasePeople } from '../../../src/reports/reminders/receivers.ts';
import { DEFAULT_RULES } from '../../../src/reports/rules.ts';
import { isRefused } from '../../../src/result.ts';
import { aReport, aRequest, at, facts, person } from '../../reports/lifecycle/cases.ts';
import { EVENTS } from '../../reports/lifecycle/events.ts';
import { type Absences, organisationOf } from './absences.ts';
import type { Agenda } from './agenda.ts';
import type { Chance } from './chance.ts';
import { DEEDS } from './deeds.ts';
import { Desks } from './desks.ts';
import type { Inhabitants, Life, Spread, Wait } from './life.ts';
import type { Population } from './people.ts';
import { Urgents } from './urgents.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Many cases, the people who answer them late or never, and the rounds of the clock. */
export class World {
  readonly waits: Wait[] = [];
  /** Whom each rung reached when it came due. */
  readonly spreads: Spread[] = [];
  readonly urgents: Urgents;
  readonly lives: Life[] = [];
  readonly #byId = new Map<string, Life>();
  readonly desks: Desks;
  readonly #agenda: Agenda;
  readonly #chance: Chance;
  readonly #population: Population;

  readonly #absences: Absences;

  constructor(agenda: Agenda, chance: Chance, { population, absences }: Inhabitants) {
    this.#agenda = agenda;
    this.#chance = chance;
    this.#population = population;
    this.#absences = absences;
    this.urgents = new Urgents(agenda, chance, () => this.desks);
    this.desks = new Desks(
      agenda,
      population,
      ({ object, stateSeq }) => this.#waits(object, stateSeq) || this.urgents.isOpen(object),
    );
  }

  /** A store asks a provider. */
  open(id: string): void {
    const { stores, providers, staff } = this.#population;
    const people = {
      store: this.#chance.oneOf(stores),
      provider: this.#chance.oneOf(providers),
      staff,
      delegations: [],
    };
    const zone = this.#chance.happens(0.8) ? 'Asia/Shanghai' : 'Europe/Berlin';
    const calendar = businessCalendar({ country: zone === 'Asia/Shanghai' ? 'CN' : 'DE', zone });
    const parties = {
      store: { zone, calendar },
      provider: { calendar },
      rules: DEFAULT_RULES,
      draftReminderSent: false,
    };
    const reportingStart = addDays(today(this.#agenda.now, zone), Math.floor(this.#chance.between(40, 120)));
    const request = aRequest({ reportingStart, purchaseStart: reportingStart });
    const report = aReport({
      id,
      state: 'DRAFT',
      stateSeq: 1,
      revision: 0,
      revisionHash: null,
      request,
      reportingEnd: addDays(reportingStart, 364),
      createdAt: this.#agenda.now,
      allEditors: [],
      revisionEditors: [],
    });
    const wait = this.#begun({ report, parties, people }, []);
    const life: Life = { report, parties, people, wait };
    this.lives.push(life);
    this.#byId.set(id, life);
    this.#apply(life, 'owner', EVENTS.request);
  }

  #waits(object: string, stateSeq: number): boolean {
    const life = this.#byId.get(object);
    return life !== undefined && (life.wait.stateSeq === stateSeq || life.report.stateSeq === stateSeq);
  }

  #apply(life: Life, who: 'owner' | 'admin' | 'reviewer' | 'clock', event: ReportEvent): boolean {
    const { now } = this.#agenda;
    const clocks: CaseClocks = { ...life.parties, report: life.report };
    const result = decide(life.report, event, {
      now,
      today: today(now, life.parties.store.zone),
      actor: this.#actor(life, who),
      rules: DEFAULT_RULES,
      facts: facts({
        waiting: { lapseAt: lapseAt(clocks, life.report), remindersDelivered: this.#delivered(life) },
        requestedOn: today(life.report.createdAt, life.parties.store.zone),
        qualifications: [{ kind: 'LICENCE', validUntil: '2040-01-01' }],
        provider: { recognisedUntil: '2040-01-01', barred: false, watched: false },
      }),
    });
    if (isRefused(result)) {
      if (event.type !== 'tick') throw new Error(`${life.report.state}: ${event.type} ${result.refused}`);
      return false;
    }
    const change = result.ok;
    const next = { ...change.next, ...clockAfter(clocks, change, now) };
    const rungs = rungsAfter(clocks, change, next, now);
    life.report = next;
    if (rungs !== null) this.#move(life, rungs);
    if (next.state === 'ACTIVE' && this.#chance.happens(0.4)) this.#urgent(life);
    if (who === 'clock') for (const rule of [change.transition]) this.#news(life, toldRung(rule));
    const wake = wakeAt(clocks, next);
    if (wake !== null) this.#agenda.at(wake, 'act', () => this.#tick(life, next.stateSeq));
    return true;
  }

  #urgent(life: Life): void {
    this.urgents.somewhen({
      provider: organisationOf(life.people.provider),
      calendar: life.parties.provider.calendar,
      peopleNow: () => this.#now(life),
      stands: () => life.report.state === 'ACTIVE' || life.report.state === 'NOTICE',
    });
  }

  /** Who there is at this moment, and who is away. */
  #now({ people }: Life): CasePeople {
    return { ...people, delegations: this.#absences.at(this.#agenda.now, people) };
  }

  #tick(life: Life, stateSeq: number): void {
    if (life.report.stateSeq !== stateSeq || this.#apply(life, 'clock', EVENTS.tick)) return;
    this.#agenda.at(new Date(this.#agenda.now.getTime() + DAY_MS), 'act', () => this.#tick(life, stateSeq));
  }

  #news({ report, people }: Life, rung: string): void {
    for (const { id, role } of [...people.store, ...people.provider]) {
      if (role !== 'STORE_OWNER' && role !== 'PROVIDER_ADMIN') continue;
      this.desks.put(id, { object: report.id, stateSeq: report.stateSeq, rung, dueAt: this.#agenda.now });
    }
  }

  #begun({ report, parties, people }: Omit<Life, 'wait'>, planned: readonly PlannedRung[]): Wait {
    const { id: object, stateSeq, state } = report;
    const clocks = { ...parties, report };
    const wait = { object, stateSeq, state, since: this.#agenda.now, clocks, planned, people, until: null };
    this.waits.push(wait);
    return wait;
  }

  #move(life: Life, rungs: readonly PlannedRung[]): void {
    life.wait.until = this.#agenda.now;
    life.wait = this.#begun(life, rungs);
    for (const rung of rungs) this.#plan(life, rung);
    this.#somebodyActs(life);
  }

  #plan(life: Life, rung: PlannedRung): void {
    const { wait } = life;
    this.#agenda.at(rung.dueAt, 'spread', () => {
      if (life.wait === wait) this.#spread(life, rung);
    });
  }

  #spread(life: Life, { rung, dueAt }: PlannedRung): void {
    const { report, wait } = life;
    const people = this.#now(life);
    if (rung === 'reassign') this.#reassign(life);
    const waiting = {
      ...life.report,
      delivered: this.#delivered(life),
      deliveriesNeeded: DEFAULT_RULES.lapseRemindersNeeded,
    };
    const calendar = calendarOfWaiting({ ...life.parties, report }, report);
    const reached = [...new Set(reachOf(rung, waiting, people))];
    this.spreads.push({ rung, at: this.#agenda.now, reached, away: people.delegations.length });
    for (const id of reached) this.desks.put(id, { object: report.id, stateSeq: wait.stateSeq, rung, dueAt });
    for (const next of followingRungs({ rung, dueAt }, waiting, calendar)) this.#plan(life, next);
  }

  #reassign(life: Life): void {
    const other = this.#population.staff.find(
      ({ id, role }) => role === 'STAFF_REVIEWER' && id !== life.report.assignedTo,
    );
    if (!other) throw new Error('nobody is left');
    this.#apply(life, 'clock', { type: 'assign', to: person(other.id, at('STAFF_REVIEWER')) });
    // Whoever gets it decides it, most of the time.
    if (this.#chance.happens(0.9)) this.#later(life, 60, () => this.#apply(life, 'reviewer', EVENTS.approve));
  }

  /** Distinct rungs of this wait that reached somebody (T23). */
  #delivered({ wait, people }: Life): number {
    const receivers = [...people.store, ...people.provider].map(({ id }) => id);
    const reachable = receivers.filter((id) => !this.#population.unreachable.has(id));
    const mine = reachable
      .flatMap((id) => this.desks.said.to(id, wait.object))
      .filter(({ stateSeq, rung }) => stateSeq === wait.stateSeq && !isTold(rung));
    return new Set(mine.map(({ rung }) => rung)).size;
  }

  /** Half in time, some late, some never: whoever is awaited does what the state asks for. */
  #somebodyActs(life: Life): void {
    const { report, parties } = life;
    const deed = DEEDS[report.state];
    if (deed === undefined || !hasSla(report.state, DEFAULT_RULES) || this.#chance.happens(0.12)) return;
    const [low, high] = this.#chance.happens(0.6) ? [0.1, 0.95] : [1.05, 2.6];
    const sla = DEFAULT_RULES.slaBusinessDays[report.state];
    const minutes = sla * BUSINESS_DAY_MINUTES * this.#chance.between(low, high);
    const { who, events } = deed;
    const returned = report.rounds > 0 || report.assignedTo !== null;
    const event = returned ? events[0] : this.#chance.oneOf(events);
    const at = addBusinessMinutes(
      calendarOfWaiting({ ...parties, report }, report),
      this.#agenda.now,
      minutes,
    ).at;
    const { stateSeq } = report;
    this.#agenda.at(this.#backFrom(at), 'act', () => {
      if (life.report.stateSeq === stateSeq) this.#apply(life, who, event);
    });
  }

  /** Everybody is away for three weeks in summer. */
  #backFrom(at: Date): Date {
    const [leaves, returns] = [Date.UTC(2026, 7, 3), Date.UTC(2026, 7, 24, 2)];
    return at.getTime() >= leaves && at.getTime() < returns ? new Date(returns) : at;
  }

  #later(life: Life, minutes: number, deed: () => void): void {
    const { state } = life.report;
    this.#agenda.at(new Date(this.#agenda.now.getTime() + minutes * 60_000), 'act', () => {
      if (life.report.state === state) deed();
    });
  }

  #actor({ people, report }: Life, who: 'owner' | 'admin' | 'reviewer' | 'clock'): Actor | 'clock' {
    if (who === 'clock') return who;
    if (who === 'owner') return person(people.store[0]?.id ?? '', at('STORE_OWNER'));
    if (who === 'admin') return person(people.provider[0]?.id ?? '', at('PROVIDER_ADMIN'));
    return person(report.assignedTo ?? 'reviewer_0', at('STAFF_REVIEWER'));
  }
}
