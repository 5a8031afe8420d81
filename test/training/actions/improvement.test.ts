import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import { verify } from '../../../src/audit/verify/verify.ts';
import type { Actor } from '../../../src/people/principal.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { sweepReminders } from '../../../src/reminders/sweep/sweep.ts';
import {
  signalFromRatings,
  signalFromSilence,
} from '../../../src/training/actions/improvement/find-signals.ts';
import { moveCase } from '../../../src/training/actions/improvement/move-case.ts';
import { openForFraud } from '../../../src/training/actions/improvement/open-for-fraud.ts';
import type { CaseEvent } from '../../../src/training/improvement/lifecycle.ts';
import { openCaseOf } from '../../../src/training/record/improvement/cases.ts';
import { REMINDER_SOURCES } from '../../../src/vocabularies.ts';
import { type TestClock, testApp, testClock } from '../../support/app.ts';
import { bothDatabases } from '../../support/database.ts';
import { ADMIN, code, LEAD, NOVEMBER, REVIEWER, SECOND, setStage } from '../support/stage.ts';

const WORDS = 'Agreed with both sides on the phone, and written down.';

/** A quarter that was published, with one score for every dimension. */
const published = (
  providerId: string,
  score: number,
  flags: readonly string[] = [],
): readonly Prisma.Sql[] => {
  const dimension = { score, evidenced: true, value: score };
  const dimensions = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((number) => [`D${number}`, dimension]));
  return [
    Prisma.sql`INSERT INTO rating_cycle (quarter, published_at) VALUES ('2026-Q3', '2026-11-03T02:00:00Z') ON CONFLICT DO NOTHING`,
    Prisma.sql`INSERT INTO rating_snapshot (provider_id, quarter, version, input, input_hash, algorithm_version, result, level,
        movement, flags, at) VALUES (${providerId}, '2026-Q3', 1, '{}', 'x', '1', ${JSON.stringify({ dimensions })}::jsonb,
        '5', 'KEEP', '{}', '2026-11-01')`,
    Prisma.sql`INSERT INTO provider_rating (provider_id, quarter, version, level, scored_cycles, flags)
      VALUES (${providerId}, '2026-Q3', 1, '5', 3, ${[...flags]}::text[])
      ON CONFLICT (provider_id) DO UPDATE SET quarter = excluded.quarter, flags = excluded.flags`,
  ];
};

describe.each(await bothDatabases())('a provider that falls behind, on $name', ({ open }) => {
  let database: Database;
  let clock: TestClock;
  let app: App & AsyncDisposable;
  beforeAll(async () => {
    database = await open();
    clock = testClock(NOVEMBER);
    app = await testApp(database, clock);
    await setStage(database);
    await database.change([...published('prv_1', 50), ...published('prv_2', 90, ['AT_RISK'])]);
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });

  const caseOf = async (providerId: string) => {
    const found = await openCaseOf(app, providerId);
    if (!found) throw new Error(`${providerId} has no open case`);
    return found;
  };
  const step = async (providerId: string, event: CaseEvent, who: Actor, text = WORDS) => {
    const { id: caseId, stateSeq } = await caseOf(providerId);
    return moveCase(app, {
      actor: who,
      requestId: 'slack:none',
      caseId,
      stateSeq,
      event,
      text,
      support: WORDS,
    });
  };
  const told = async (receiver: string) =>
    (await database.prisma.delivery.findMany({ where: { receiver }, orderBy: { recordedAt: 'asc' } })).map(
      ({ rule }) => rule,
    );

  it('is found by its dimensions at publication, once however often it is looked', async () => {
    expect(await signalFromRatings(app)).toBe(2);
    expect(await signalFromRatings(app)).toBe(0);
    expect(await caseOf('prv_1')).toMatchObject({
      state: 'OPEN',
      signals: ['floor-D1', 'floor-D4', 'floor-D5'],
      // Five business days after Wednesday morning.
      dueAt: new Date('2026-11-11T02:00:00Z'),
    });
    expect(await caseOf('prv_2')).toMatchObject({ signals: ['at-risk'] });
  });

  it('by silence, which joins the case that is open', async () => {
    clock.moveTo('2027-01-25T02:00:00Z');
    await database.query(
      Prisma.sql`UPDATE chat_account SET last_used_at = '2026-11-01' WHERE principal_id IN ('ADMIN', 'GUAN', 'MEMBER')`,
    );
    expect(await signalFromSilence(app)).toBe(1);
    expect(await signalFromSilence(app)).toBe(0);
    expect((await caseOf('prv_1')).signals).toContain('no-login');
    clock.moveTo('2026-11-05T02:00:00Z');
  });

  it('leads and the provider are told, and leads are reminded of the talk until it was held', async () => {
    await sweepReminders(app, REMINDER_SOURCES);
    expect(await told('LEAD')).toEqual(['improvement-opened', 'improvement-opened']);
    expect(await told('ADMIN')).toEqual(['improvement-opened']);
    clock.moveTo('2026-11-12T02:00:00Z');
    await sweepReminders(app, REMINDER_SOURCES);
    expect(await told('LEAD')).toContain('reminder-improvement-late');
    expect(await told('ADMIN')).toEqual(['improvement-opened']);
  });

  it.each<[string, Actor, string, string]>([
    ['its own people', ADMIN, WORDS, 'people.role-needed'],
    [
      'staff who belong to it',
      { principalId: 'both', memberships: [...REVIEWER.memberships, ...ADMIN.memberships] },
      WORDS,
      'people.party-member-may-not-decide',
    ],
    ['anybody without a word', REVIEWER, 'ok', 'training.text'],
  ])('no step is taken by %s', async (_, who, text, refused) => {
    expect(code(await step('prv_1', 'talk', who, text))).toBe(refused);
  });

  it('two people who note the talk at once note it once', async () => {
    const results = await Promise.all([step('prv_1', 'talk', REVIEWER), step('prv_1', 'talk', LEAD)]);
    expect(results.map(code).sort()).toEqual(['ok', 'training.case-changed']);
  });

  it('loses its recognition only after a failed written plan, by two leads, and hears of it then', async () => {
    expect(code(await step('prv_1', 'proposeExit', LEAD))).toBe('training.case-changed');
    expect(code(await step('prv_1', 'plan', REVIEWER))).toBe('ok');
    expect(code(await step('prv_1', 'fail', REVIEWER))).toBe('training.plan-runs');
    clock.moveTo('2027-02-11T02:00:00Z');
    expect(code(await step('prv_1', 'fail', REVIEWER))).toBe('ok');
    expect(code(await step('prv_1', 'proposeExit', REVIEWER))).toBe('people.role-needed');
    expect(code(await step('prv_1', 'proposeExit', LEAD))).toBe('ok');
    expect(await told('ADMIN')).not.toContain('improvement-proposeExit');
    expect(await told('SECOND')).toContain('improvement-proposeExit');
    expect(code(await step('prv_1', 'exit', LEAD))).toBe('people.first-approver-may-not-second');
    expect(code(await step('prv_1', 'exit', SECOND))).toBe('ok');
    expect(await told('ADMIN')).toContain('improvement-exit');
    const provider = await database.prisma.provider.findUniqueOrThrow({ where: { id: 'prv_1' } });
    expect(provider.barredAt).toEqual(new Date('2027-02-11T02:00:00Z'));
    expect(await openCaseOf(app, 'prv_1')).toBeNull();
  });

  it('both sides look at a written plan after 30, 60 and 90 days', async () => {
    clock.moveTo('2026-11-12T02:00:00Z');
    expect(code(await step('prv_2', 'plan', LEAD))).toBe('ok');
    for (const day of ['2026-12-14', '2027-01-11', '2027-02-10']) {
      clock.moveTo(`${day}T02:00:00Z`);
      await sweepReminders(app, REMINDER_SOURCES);
    }
    expect((await told('OTHER')).filter((rule) => rule === 'reminder-improvement-day')).toHaveLength(3);
    expect(code(await step('prv_2', 'meet', LEAD))).toBe('ok');
  });

  it('a fraud skips the ladder where the rating is suspended for it', async () => {
    const take = () => openForFraud(app, { actor: LEAD, requestId: 'slack:none', providerId: 'prv_2' });
    expect(code(await take())).toBe('training.no-fraud');
    await database.query(Prisma.sql`INSERT INTO rating_suspension (id, provider_id, cause, reason, suspended_by, suspended_at)
      VALUES ('sus_1', 'prv_2', 'FRAUD', 'x', 'a', '2027-02-01')`);
    expect(code(await take())).toBe('ok');
    expect(code(await step('prv_2', 'proposeExit', LEAD))).toBe('ok');
    expect(code(await step('prv_2', 'keep', SECOND))).toBe('ok');
  });

  it('costs no points, and every step stands in the chains', async () => {
    expect(await database.prisma.incident.count({ where: { providerId: 'prv_1' } })).toBe(0);
    expect(await verify(database)).toMatchObject({ finding: null });
  });
});
