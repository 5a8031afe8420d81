import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import { decline } from '../../../src/opportunities/actions/answer/decline.ts';
import { showInterest } from '../../../src/opportunities/actions/answer/show-interest.ts';
import { decideOpportunity, type Outcome } from '../../../src/opportunities/actions/decide-opportunity.ts';
import { offerTimes } from '../../../src/opportunities/actions/meeting/offer-times.ts';
import { takeTime } from '../../../src/opportunities/actions/meeting/take-time.ts';
import { nameStore } from '../../../src/opportunities/actions/name-store.ts';
import { findOpportunity } from '../../../src/opportunities/record/read/opportunity.ts';
import { monthOf, sharesOf } from '../../../src/opportunities/record/read/shares.ts';
import type { Actor } from '../../../src/people/principal.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { sweepReminders } from '../../../src/reminders/sweep/sweep.ts';
import { REMINDER_SOURCES } from '../../../src/vocabularies.ts';
import { type TestClock, testApp, testClock } from '../../support/app.ts';
import { testDatabase } from '../../support/database.ts';
import {
  adminOf,
  as,
  codeOf,
  done,
  givenCandidates,
  givenStaff,
  givenStoreOf,
  published,
  requestId,
  STAFF,
  START,
} from '../support/given-opportunities.ts';

const OWNER = as('STORE_OWNER', 'st_1', 'OWNER');
let database: Database;
let clock: TestClock;
let app: App & AsyncDisposable;
let id: string;

beforeEach(async () => {
  database = await testDatabase();
  clock = testClock(START);
  app = await testApp(database, clock);
  await givenStaff(database);
  await givenStoreOf(database, 'st_1', 'OWNER');
  await givenCandidates(database, { id: 'prv_a', level: '4', published: 70 }, { id: 'prv_b' });
  id = await published(app, { store: 'st_1' });
  done(await interest('prv_a'));
});
afterEach(async () => {
  await app[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const interest = (provider: string) =>
  showInterest(app, { actor: adminOf(provider), requestId: requestId(), opportunityId: id });
const offer = (actor: Actor, providerId = 'prv_a', time1 = '2026-05-12 14:00') =>
  offerTimes(app, {
    ...{ actor, requestId: requestId(), opportunityId: id, providerId, zone: 'Asia/Shanghai' },
    typed: { time1, time2: '2026-05-13 10:00', time3: '', place: 'https://meet.example/solstice' },
  });
const take = (actor: Actor, meeting: { id: string; stateSeq: number }, index = 0) =>
  takeTime(app, { actor, requestId: requestId(), meetingId: meeting.id, stateSeq: meeting.stateSeq, index });
const decide = async (actor: Actor, outcome: Outcome, reason = '') => {
  const now = await findOpportunity(app, id);
  const asked = { actor, requestId: requestId(), opportunityId: id, stateSeq: now?.stateSeq ?? 0 };
  return decideOpportunity(app, { ...asked, outcome, reason });
};
const owed = async (subject: string, rule: string) =>
  (await database.prisma.delivery.findMany({ where: { subject, rule } }))
    .map(({ receiver }) => receiver)
    .toSorted();

describe('a docking meeting', () => {
  it('is offered by one side and agreed by the other; both get it', async () => {
    const meeting = done(await offer(adminOf('prv_a')));
    expect(await owed(meeting.id, 'offered')).toEqual(['OWNER', 'WANG']);
    expect(codeOf(await take(adminOf('prv_a'), meeting))).toBe('opportunities.own-times');
    expect(done(await take(OWNER, meeting, 1))).toMatchObject({
      state: 'AGREED',
      agreedTime: new Date('2026-05-13T02:00:00.000Z'),
    });
    expect(await owed(meeting.id, 'agreed')).toEqual(['OWNER', 'WANG', 'admin of prv_a']);
    expect(await findOpportunity(app, id)).toMatchObject({ state: 'MEETING' });
  });

  it('is agreed once, whoever of a side clicks at the same moment', async () => {
    const meeting = done(await offer(adminOf('prv_a')));
    const both = await Promise.all([take(OWNER, meeting, 0), take(STAFF, meeting, 1)]);
    expect(both.map(codeOf).filter((code) => code === 'done')).toHaveLength(1);
  });

  it('offered anew takes the place of what was offered before', async () => {
    const old = done(await offer(adminOf('prv_a')));
    const fresh = done(await offer(OWNER, 'prv_a', '2026-05-14 09:00'));
    expect(fresh).toMatchObject({ id: old.id, offeredBy: 'BRAND', stateSeq: 2 });
    expect(codeOf(await take(OWNER, old))).toBe('opportunities.meeting-changed');
    expect(codeOf(await take(adminOf('prv_a'), fresh))).toBe('done');
  });

  it('is for whoever is interested, and for nobody else', async () => {
    expect(codeOf(await offer(OWNER, 'prv_b'))).toBe('opportunities.not-interested');
    expect(codeOf(await offer(adminOf('prv_b')))).toBe('people.not-your-organisation');
    expect(codeOf(await offer(as('STORE_OWNER', 'st_2', 'OTHER')))).toBe('people.not-your-organisation');
    expect(await offer(OWNER, 'prv_a', 'soon')).toMatchObject({
      refused: 'opportunities.not-a-time',
      field: 'time1',
    });
  });

  it('cannot be agreed for a time that is over', async () => {
    const meeting = done(await offer(adminOf('prv_a')));
    clock.moveTo('2026-05-12T06:00:00Z');
    expect(codeOf(await take(OWNER, meeting, 0))).toBe('opportunities.time-is-past');
    expect(codeOf(await take(OWNER, meeting, 1))).toBe('done');
  });
});

describe('an outcome', () => {
  const met = async () => done(await take(OWNER, done(await offer(adminOf('prv_a')))));

  it('of a win needs an agreed meeting, and interest that still stands', async () => {
    expect(codeOf(await decide(OWNER, { kind: 'WON', providerId: 'prv_a' }))).toBe(
      'opportunities.not-in-this-state',
    );
    await met();
    expect(codeOf(await decide(OWNER, { kind: 'WON', providerId: 'prv_b' }))).toBe('opportunities.not-met');
    done(await decline(app, { actor: adminOf('prv_a'), requestId: requestId(), opportunityId: id }));
    expect(codeOf(await decide(OWNER, { kind: 'WON', providerId: 'prv_a' }))).toBe('opportunities.not-met');
    done(await interest('prv_a'));
    expect(done(await decide(OWNER, { kind: 'WON', providerId: 'prv_a' }))).toMatchObject({
      winner: 'prv_a',
    });
    expect(await owed(id, 'ended')).toEqual(['WANG', 'admin of prv_a', 'admin of prv_b']);
  });

  it('is the brand’s or the staff’s to say, with a reason unless somebody won', async () => {
    expect(codeOf(await decide(adminOf('prv_a'), { kind: 'LOST' }, 'x'))).toBe('people.role-needed');
    expect(codeOf(await decide(as('STORE_OWNER', 'st_2', 'X'), { kind: 'LOST' }, 'x'))).toBe(
      'people.not-your-organisation',
    );
    expect(await decide(STAFF, { kind: 'LOST' })).toMatchObject({
      refused: 'directory.reason-needed',
      field: 'reason',
    });
    expect(codeOf(await decide(STAFF, { kind: 'LOST' }, 'None of them knows the market.'))).toBe('done');
    expect(codeOf(await decide(STAFF, { kind: 'WITHDRAWN' }, 'Too late.'))).toBe(
      'opportunities.not-in-this-state',
    );
  });

  it('frees every bid, and ends the reminders', async () => {
    done(await decide(STAFF, { kind: 'WITHDRAWN' }, 'The brand waits a year.'));
    expect(await database.prisma.reminder.count({ where: { object: id, settledAt: null } })).toBe(0);
    expect(await database.prisma.opportunityPlace.count({ where: { opportunityId: id, open: true } })).toBe(
      0,
    );
  });

  it('counts for the month’s shares at the level of the place', async () => {
    await met();
    done(await decide(OWNER, { kind: 'WON', providerId: 'prv_a' }));
    expect(await sharesOf(app, monthOf(clock.now(), 0))).toEqual([
      { level: '4', places: 1, interested: 1, won: 1 },
      { level: 'P', places: 1, interested: 0, won: 0 },
    ]);
    expect(await sharesOf(app, monthOf(clock.now(), 1))).toEqual([]);
  });
});

describe('a brand without a store here', () => {
  it('gets one named once it is in the directory, and its owner is asked to open the report', async () => {
    await givenCandidates(database, { id: 'prv_c', level: '3', published: 60 });
    id = await published(app, { brand: 'Nocturne' });
    done(await interest('prv_c'));
    done(await take(adminOf('prv_c'), done(await offer(STAFF, 'prv_c'))));
    const name = (store: string) =>
      nameStore(app, { actor: STAFF, requestId: requestId(), opportunityId: id, store });
    done(await decide(STAFF, { kind: 'WON', providerId: 'prv_c' }));
    expect(codeOf(await name(''))).toBe('opportunities.store-needed');
    expect(codeOf(await name('st_nowhere'))).toBe('directory.store-not-found');
    expect(done(await name('st_1'))).toEqual({ storeId: 'st_1' });
    expect(await owed(id, 'store-named')).toEqual(['OWNER']);
    expect(codeOf(await name('st_1'))).toBe('opportunities.changed');
  });
});

describe('the deadline', () => {
  const sweepAt = async (instant: string) => {
    clock.moveTo(instant);
    await sweepReminders(app, REMINDER_SOURCES);
  };

  it('is told before it comes to whoever has not answered, and after it to whoever must decide', async () => {
    await sweepAt('2026-05-18T02:00:00Z');
    expect(await owed(id, 'reminder-opportunity-due-3')).toEqual(['admin of prv_b']);
    done(await interest('prv_b'));
    await sweepAt('2026-05-19T02:00:00Z');
    expect(await owed(id, 'reminder-opportunity-due-1')).toEqual([]);
    await sweepAt('2026-05-21T02:00:00Z');
    expect(await owed(id, 'reminder-opportunity-over')).toEqual(['WANG']);
  });
});
