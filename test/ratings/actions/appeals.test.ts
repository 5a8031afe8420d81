import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { escalateAppeal } from '../../../src/ratings/actions/appeal/escalate-appeal.ts';
import { hearAppeal } from '../../../src/ratings/actions/appeal/hear-appeal.ts';
import { openAppeal } from '../../../src/ratings/actions/appeal/open-appeal.ts';
import { runDueCycle } from '../../../src/ratings/actions/cycle/run-due.ts';
import { isRefused, type Result } from '../../../src/result.ts';
import { actor } from '../../directory/given.ts';
import { testApp, testClock } from '../../support/app.ts';
import { bothDatabases } from '../../support/database.ts';
import { bondRows, monthRows, monthsBetween, providerRow, storeRow, write } from '../support/given-rated.ts';

const code = (result: Result<unknown>): string => (isRefused(result) ? result.refused : 'ok');
const GROUNDS = 'The feed of March lacks the last ten days.';

describe.each(await bothDatabases())('appeals on $name', ({ open }) => {
  let database: Database;
  const clock = testClock('2026-04-01T01:00:00Z');
  let whole: App & AsyncDisposable;
  const app = () => whole;
  beforeAll(async () => {
    database = await open();
    whole = await testApp(database, clock);
    await write(database, [
      providerRow('prv_1'),
      ...['st_1', 'st_2'].flatMap((id) => [storeRow(id), bondRows({ providerId: 'prv_1', storeId: id })]),
      monthRows(
        ['st_1', 'st_2'].flatMap((storeId) =>
          monthsBetween('2025-01-01', 15).map((month) => ({ storeId, month })),
        ),
      ),
      Prisma.sql`INSERT INTO incident (id, provider_id, severity, text, opened_by, opened_at, verdict, decided_by, decided_at)
        VALUES ('inc_1', 'prv_1', 'S2', 'x', 'reviewer', '2026-03-20', 'UPHELD', 'judge', '2026-03-31T02:00:00Z'),
          ('inc_old', 'prv_1', 'C', 'x', 'reviewer', '2026-01-05', 'UPHELD', 'judge', '2026-01-06T02:00:00Z')`,
    ]);
    await runDueCycle(app());
  });
  afterAll(async () => {
    await whole[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });

  const appeal = (datum: string, grounds = GROUNDS, who = actor('PROVIDER_ADMIN', 'prv_1', 'admin')) =>
    openAppeal(app(), { actor: who, requestId: 'slack:none', providerId: 'prv_1', datum, grounds });
  const hear = (appealId: string, verdict: 'UPHELD' | 'DISMISSED', who: string) =>
    hearAppeal(app(), {
      actor: actor('STAFF_LEAD', 'platform', who),
      requestId: 'slack:none',
      appealId,
      verdict,
      reason: 'Compared with the feed of the month.',
    });
  const idOf = async (datum: string): Promise<string> => {
    const opened = await appeal(datum);
    if (isRefused(opened)) throw new Error(opened.refused);
    return opened.ok.id;
  };
  const versions = () =>
    database.prisma.ratingSnapshot.findMany({ where: { providerId: 'prv_1' }, orderBy: { version: 'asc' } });
  const standing = () => database.prisma.providerRating.findUniqueOrThrow({ where: { providerId: 'prv_1' } });

  it.each([
    ['2026-04-10T10:00:00Z', 'ratings.appeal-too-early'],
    ['2026-04-16T10:00:00Z', 'ratings.appeal-between'],
  ])('before the publication, at %s: %s', async (instant, refused) => {
    clock.moveTo(instant);
    expect(code(await appeal('D4'))).toBe(refused);
  });

  it('objections are taken from the 11th to the 15th', async () => {
    clock.moveTo('2026-04-15T10:00:00Z');
    expect(await appeal('D5')).toMatchObject({ ok: { kind: 'OBJECTION', quarter: '2026-Q1' } });
  });

  it.each([
    ['D9', GROUNDS, 'ratings.appeal-datum'],
    ['inc_nowhere', GROUNDS, 'ratings.appeal-datum'],
    ['D4', 'No.', 'ratings.appeal-grounds'],
  ])('on %s because “%s”: %s', async (datum, grounds, refused) => {
    clock.moveTo('2026-04-15T10:00:00Z');
    expect(code(await appeal(datum, grounds))).toBe(refused);
  });

  it('are the administrators’ to make', async () => {
    expect(code(await appeal('D4', GROUNDS, actor('PROVIDER_MEMBER', 'prv_1')))).toBe('people.role-needed');
    expect(code(await appeal('D4', GROUNDS, actor('PROVIDER_ADMIN', 'prv_2')))).toBe(
      'people.not-your-organisation',
    );
  });

  it('end ten business days after publication or verdict', async () => {
    clock.moveTo('2026-04-20T02:00:00Z');
    await runDueCycle(app());
    // Labour Day makes them end on 7 May.
    clock.moveTo('2026-05-07T03:00:00Z');
    expect(code(await appeal('D4'))).toBe('ratings.appeal-too-late');
    clock.moveTo('2026-04-14T02:00:00Z');
    expect(code(await appeal('inc_old'))).toBe('ratings.appeal-too-late');
  });

  it('on an incident are heard by somebody else, and once upheld make another version', async () => {
    clock.moveTo('2026-04-14T02:00:00Z');
    const id = await idOf('inc_1');
    expect(code(await appeal('inc_1'))).toBe('ratings.appeal-twice');
    clock.moveTo('2026-04-21T02:00:00Z');
    expect(code(await hear(id, 'UPHELD', 'judge'))).toBe('people.decider-may-not-hear-appeal');
    const [before] = await versions();
    const results = await Promise.all([hear(id, 'UPHELD', 'lead'), hear(id, 'UPHELD', 'other lead')]);
    expect(results.map(code).sort()).toEqual(['ok', 'ratings.appeal-decided']);
    const [first, second] = await versions();
    expect(first).toEqual(before);
    expect(second).toMatchObject({ version: 2, reason: expect.stringContaining(id) });
    expect(Number(second?.score)).toBe(Number(first?.score) + 5);
    expect(await standing()).toMatchObject({ version: 2 });
  });

  it('hold a demotion while they are open, and once dismissed it takes effect', async () => {
    await demote(database);
    clock.moveTo('2026-04-22T02:00:00Z');
    const id = await idOf('D4');
    expect(await standing()).toMatchObject({ level: '4', stayedLevel: '3' });
    expect(code(await hear(id, 'DISMISSED', 'lead'))).toBe('ok');
    expect(await standing()).toMatchObject({ level: '3', stayedLevel: null });
    const further = {
      actor: actor('PROVIDER_ADMIN', 'prv_1', 'admin'),
      requestId: 'slack:none',
      appealId: id,
    };
    expect(code(await escalateAppeal(app(), further))).toBe('ok');
    expect(await standing()).toMatchObject({ level: '4', stayedLevel: '3' });
    expect(code(await hear(id, 'DISMISSED', 'lead'))).toBe('people.decider-may-not-hear-appeal');
    expect(await hear(id, 'DISMISSED', 'second')).toMatchObject({ ok: { final: false } });
    expect(code(await hear(id, 'DISMISSED', 'second'))).toBe('people.first-approver-may-not-second');
    expect(await hear(id, 'UPHELD', 'third')).toMatchObject({ ok: { final: true, verdict: 'DISMISSED' } });
    expect(await standing()).toMatchObject({ level: '3', stayedLevel: null });
    expect(code(await escalateAppeal(app(), further))).toBe('ratings.appeal-escalated');
  });
});

/** The published quarter as one that took the provider from four stars to three. */
const demote = (database: Database) =>
  database.change([
    Prisma.sql`INSERT INTO rating_snapshot (provider_id, quarter, version, input, input_hash, algorithm_version, result,
        score, published, level, movement, flags, at)
      SELECT provider_id, quarter, version + 1, jsonb_set(input::jsonb, '{carried,level}', '"4"')::text, 'demoted',
        algorithm_version, result, score, published, '3', 'DEMOTE', flags, at
      FROM rating_snapshot WHERE provider_id = 'prv_1' ORDER BY version DESC LIMIT 1`,
    Prisma.sql`UPDATE provider_rating SET level = '3'`,
  ]);
