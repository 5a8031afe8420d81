import { describe, expect, it } from 'vitest';
import { addBusinessMinutes } from '../../../src/reminders/calendar/arithmetic.ts';
import { BUSINESS_DAY_MINUTES } from '../../../src/reminders/calendar/calendar.ts';
import { isOpen } from '../../../src/reminders/calendar/opening.ts';
import { LADDERS, URGENT_LADDER } from '../../../src/reminders/ladder/ladder.ts';
import { familyOf, isTold, rungNamed } from '../../../src/reminders/ladder/rungs.ts';
import { MOST_MESSAGES } from '../../../src/reminders/quiet/decide.ts';
import { hasSla } from '../../../src/reports/lifecycle/clock-instruction.ts';
import { calendarOfWaiting } from '../../../src/reports/record/waiting.ts';
import { TERMINAL_STATES } from '../../../src/reports/report.ts';
import { DEFAULT_RULES } from '../../../src/reports/rules.ts';
import { Absences } from './absences.ts';
import { Agenda } from './agenda.ts';
import { chanceFrom } from './chance.ts';
import type { Wait } from './life.ts';
import { population } from './people.ts';
import type { Said } from './said.ts';
import { World } from './world.ts';

const REPORTS = 2_000;
const START = new Date('2026-01-05T02:00:00Z');
const MINUTE_MS = 60_000;
const URGENT = [...URGENT_LADDER.map(({ name }) => name), 'unacknowledged'];
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

function oneYear() {
  const chance = chanceFrom(2026);
  const people = population(chance);
  const agenda = new Agenda(START);
  const teams = [...people.stores, ...people.providers, people.staff];
  const absences = new Absences(chance, teams, START, 3);
  const world = new World(agenda, chance, { population: people, absences });
  for (let report = 1; report <= REPORTS; report += 1) {
    const at = new Date(START.getTime() + chance.between(0, YEAR_MS));
    agenda.at(at, 'act', () => world.open(`CR-2026-${String(report).padStart(6, '0')}`));
  }
  // Until the last of them has been through its period, too.
  agenda.runUntil(new Date(START.getTime() + 2.6 * YEAR_MS));
  return { world, people, absences, said: world.desks.said.all };
}

describe(`a year of ${REPORTS} reports with people who answer late, never, or are away`, () => {
  const { world, people, absences, said } = oneYear();
  const waits = new Map(world.waits.map((wait) => [`${wait.object}/${wait.stateSeq}`, wait]));
  const waitOf = ({ object, stateSeq }: Said): Wait | undefined => waits.get(`${object}/${stateSeq}`);
  const urgents = new Map(world.urgents.all.map((urgent) => [urgent.id, urgent]));
  const isUrgent = ({ object }: Said) => urgents.has(object);
  const aroundTheClock = ({ rung }: Said) => rungNamed(rung).aroundTheClock === true;
  const reminders = said.filter(({ rung }) => !isTold(rung));
  const messages = reminders.filter(({ as }) => as === 'message');
  const perDay = ({ receiver, date }: Said) => `${receiver} ${date}`;
  const counted = (keys: readonly string[]) =>
    [...Map.groupBy(keys, (key) => key).values()].map(({ length }) => length);

  it('was lively', () => {
    expect(world.lives).toHaveLength(REPORTS);
    expect(world.spreads.filter(({ away }) => away > 0).length).toBeGreaterThan(REPORTS);
    const ends = Map.groupBy(world.lives, ({ report }) => report.state);
    for (const state of ['EXPIRED', 'LAPSED', 'DECLINED', 'REJECTED'] as const)
      expect(ends.get(state)?.length ?? 0, state).toBeGreaterThan(50);
    expect(reminders.length).toBeGreaterThan(REPORTS * 5);
    expect(new Set(reminders.map(({ rung }) => familyOf(rung)))).toEqual(
      new Set([
        'at-50',
        'at-80',
        'at-100',
        'at-150',
        'at-200',
        'at-300',
        'overdue',
        'last',
        'expiry',
        ...URGENT,
      ]),
    );
  });

  it('every case ends in a state that the rules give', () => {
    const open = world.lives.filter(({ report }) => !TERMINAL_STATES.includes(report.state));
    const explained = open.filter(({ report, people: of }) =>
      report.state === 'STAFF_REVIEW'
        ? said.some((one) => one.object === report.id && one.rung.startsWith('overdue-'))
        : // It cannot lapse: not three reminders have arrived (T23).
          [...of.store, ...of.provider].some(({ id }) => people.unreachable.has(id)),
    );
    expect(
      open.filter((life) => !explained.includes(life)).map(({ report }) => [report.id, report.state]),
    ).toEqual([]);
  });

  it('every reminder belongs to a wait that lasted then, and came when its rung was due or later', () => {
    const wrong = reminders.filter((one) => {
      if (isUrgent(one)) return false;
      const wait = waitOf(one);
      if (!wait || one.at < wait.since || (wait.until !== null && one.at > wait.until)) return true;
      const planned = wait.planned.find(({ rung }) => rung === one.rung);
      if (planned) return one.at < planned.dueAt;
      return !/^(overdue|last)-\d+$/.test(one.rung);
    });
    expect(wrong).toEqual([]);
  });

  it('every rung of a ladder was due at its share of the time that the party has', () => {
    const ladderWaits = world.waits.filter(({ state, stateSeq, clocks }) => {
      const resumed = state === 'STAFF_REVIEW' && clocks.report.stateSeq === stateSeq && stateSeq > 5;
      return hasSla(state, DEFAULT_RULES) && !resumed;
    });
    const rungs = [...LADDERS.party, ...LADDERS.staff];
    for (const { state, since, clocks, planned } of ladderWaits) {
      const sla = DEFAULT_RULES.slaBusinessDays[state as keyof typeof DEFAULT_RULES.slaBusinessDays];
      for (const { rung, dueAt } of planned) {
        const percent = rungs.find(({ name }) => name === rung)?.percent;
        if (percent === undefined) continue;
        const share = (sla * BUSINESS_DAY_MINUTES * percent) / 100;
        expect(addBusinessMinutes(calendarOfWaiting(clocks, clocks.report), since, share).at).toEqual(dueAt);
      }
    }
  });

  it('none came twice', () => {
    const keys = said.map(
      ({ object, stateSeq, rung, receiver }) => `${object}/${stateSeq}/${rung}/${receiver}`,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('none came outside its receiver’s working hours, but for urgent issues (QS09)', () => {
    const atNight = said.filter(({ receiver, at }) => !isOpen(people.calendarOf(receiver), at));
    expect(atNight.filter((one) => !aroundTheClock(one))).toEqual([]);
    expect(atNight.length).toBeGreaterThan(100);
  });

  it('an urgent issue is reminded of at its share of the promised hours, to the minute, until it is acknowledged', () => {
    const ofUrgents = reminders.filter(isUrgent);
    const wrong = ofUrgents.filter(({ object, rung, at }) => {
      const urgent = urgents.get(object);
      const planned = urgent?.planned.find((one) => one.rung === rung);
      if (!urgent || !planned || at < planned.dueAt) return true;
      if (urgent.acknowledgedAt !== null && at > urgent.acknowledgedAt) return true;
      return rungNamed(rung).aroundTheClock === true && at.getTime() - planned.dueAt.getTime() > MINUTE_MS;
    });
    expect(wrong).toEqual([]);
    for (const { reportedAt, dueAt, planned } of urgents.values())
      for (const { rung, dueAt: due } of planned.filter((one) => one.rung.startsWith('urgent-')))
        expect((due.getTime() - reportedAt.getTime()) / (dueAt.getTime() - reportedAt.getTime())).toBeCloseTo(
          rungNamed(rung).percent / 100,
        );
  });

  it('nobody is reminded of what comes due while somebody stands in for them', () => {
    const wrong = world.spreads.filter(({ at, reached }) =>
      reached.some((who) => absences.isStoodInFor(who, at)),
    );
    expect(wrong).toEqual([]);
  });

  it('nobody had two messages of one item, more than three items, or two digests on one day', () => {
    const calm = messages.filter((one) => !aroundTheClock(one));
    expect(Math.max(...counted(calm.map((one) => `${perDay(one)} ${one.object}`)))).toBe(1);
    expect(Math.max(...counted(calm.map(perDay)))).toBe(MOST_MESSAGES);
    const digests = new Set(
      reminders.filter(({ as }) => as === 'digest').map((one) => `${perDay(one)} ${one.at.getTime()}`),
    );
    expect(Math.max(...counted([...digests].map((key) => key.split(' ').slice(0, 2).join(' '))))).toBe(1);
  });
});
