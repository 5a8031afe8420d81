import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import { verify } from '../../../src/audit/verify/verify.ts';
import type { Actor } from '../../../src/people/principal.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { exemptCheck } from '../../../src/ratings/actions/checks/exempt-check.ts';
import { recordChecks } from '../../../src/ratings/actions/checks/record-checks.ts';
import { runDueCycle } from '../../../src/ratings/actions/cycle/run-due.ts';
import type { Measurement } from '../../../src/ratings/quality-check.ts';
import { isRefused, type Result } from '../../../src/result.ts';
import { actor, givenPeople } from '../../directory/given.ts';
import { testApp, testClock } from '../../support/app.ts';
import { bothDatabases } from '../../support/database.ts';
import { bondRows, providerRow, storeRow, write } from '../support/given-rated.ts';
import { filedStandards } from '../support/given-standards.ts';

const code = (result: Result<unknown>): string => (isRefused(result) ? result.refused : 'ok');
const requestId = 'slack:none';
const reviewer = actor('STAFF_REVIEWER', 'platform', 'reviewer');
const admin = actor('PROVIDER_ADMIN', 'prv_1', 'ADMIN');
const owner = actor('STORE_OWNER', 'st_1', 'OWNER');

const found = (name: Measurement['code'], measured: number | null, n = 100): Measurement => ({
  ...{ code: name, measured, n, exemptionBy: null },
});

describe.each(await bothDatabases())('monthly checks on $name', ({ open }) => {
  let database: Database;
  let app: App & AsyncDisposable;
  let reportId: string;
  const clock = testClock('2026-05-06T04:00:00Z');
  beforeAll(async () => {
    database = await open();
    app = await testApp(database, clock);
    await write(database, [
      providerRow('prv_1'),
      ...['st_1', 'st_2'].flatMap((id) => [storeRow(id), bondRows({ providerId: 'prv_1', storeId: id })]),
    ]);
    const { id } = await database.prisma.report.findFirstOrThrow({ where: { storeId: 'st_1' } });
    reportId = id;
    await write(database, [filedStandards(id)]);
    await givenPeople(database, [
      { user: 'ADMIN', role: 'PROVIDER_ADMIN', at: 'prv_1' },
      { user: 'OWNER', role: 'STORE_OWNER', at: 'st_1' },
    ]);
  });
  beforeEach(async () => {
    clock.moveTo('2026-05-06T04:00:00Z');
    await database.change([Prisma.sql`DELETE FROM quality_check`, Prisma.sql`DELETE FROM delivery`]);
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });

  const record = (who: Actor, measurements: readonly Measurement[], month = '2026-04-01') =>
    recordChecks(app, { actor: who, requestId, reportId, month, measurements });
  const exempt = (who: Actor, standard = 'QS03') =>
    exemptCheck(app, { actor: who, requestId, reportId, month: '2026-04-01', code: standard });
  const verdicts = async () => {
    const rows = await database.prisma.qualityCheck.findMany({ orderBy: { code: 'asc' } });
    return Object.fromEntries(rows.map((row) => [row.code, row.verdict]));
  };
  const told = async () => {
    const rows = await database.prisma.delivery.findMany({ orderBy: { receiver: 'asc' } });
    return rows.map(({ receiver }) => receiver);
  };

  it('measurements are held against the filed standards, too few cases are not counted', async () => {
    const all = [
      found('QS01', 60),
      found('QS03', 95.9),
      found('QS05', 0.5, 49),
      { ...found('QS07', 9), exemptionBy: 'lead' },
      found('QS09', 1),
    ];
    expect(await record(reviewer, all)).toEqual({ ok: { met: 1, missed: 1, notCounted: 3 } });
    expect(await verdicts()).toEqual({ QS01: 'MET', QS03: 'MISSED', QS05: 'NOT_MEASURED', QS07: 'EXEMPT' });
    expect(await record(reviewer, [found('QS03', 97)])).toMatchObject({ ok: { met: 1 } });
    expect(await verdicts()).toMatchObject({ QS03: 'MET', QS07: 'EXEMPT' });
  });

  it('the provider may enter them, and cannot exempt itself or replace what staff recorded', async () => {
    const exempting = { ...found('QS03', 90), exemptionBy: 'ADMIN' };
    expect(await record(admin, [exempting])).toMatchObject({ ok: { missed: 1 } });
    expect(await verdicts()).toEqual({ QS03: 'MISSED' });
    expect(await record(admin, [found('QS03', 97)])).toMatchObject({ ok: { met: 1 } });
    await record(reviewer, [found('QS03', 91)]);
    await record(admin, [found('QS03', 99)]);
    expect(await verdicts()).toEqual({ QS03: 'MISSED' });
  });

  it('a miss is told to the store, and what staff recorded to the provider', async () => {
    await record(admin, [found('QS03', 97)]);
    expect(await told()).toEqual([]);
    await record(admin, [found('QS03', 90)]);
    expect(await told()).toEqual(['OWNER']);
    await record(reviewer, [found('QS03', 90)]);
    expect(await told()).toEqual(['ADMIN', 'OWNER']);
  });

  it.each<[string, Actor, string, string]>([
    ['a month that runs', reviewer, '2026-05-01', 'ratings.checks-month-open'],
    ['a month before the report', reviewer, '2023-12-01', 'ratings.checks-no-relationship'],
    ['a quarter whose preview is over', admin, '2026-03-01', 'ratings.checks-closed'],
    ['a store', owner, '2026-04-01', 'people.role-needed'],
    ['another provider', actor('PROVIDER_ADMIN', 'prv_2'), '2026-04-01', 'people.not-your-organisation'],
  ])('nothing is taken of %s', async (_, who, month, refused) => {
    expect(code(await record(who, [found('QS01', 60)], month))).toBe(refused);
    expect(await verdicts()).toEqual({});
  });

  it('staff still correct a quarter whose preview is over', async () => {
    expect(code(await record(reviewer, [found('QS01', 60)], '2026-03-01'))).toBe('ok');
  });

  it('the store agrees that a miss was its own, once', async () => {
    await record(admin, [found('QS03', 90)]);
    const results = await Promise.all([exempt(owner), exempt(owner)]);
    expect(results.map(code).toSorted()).toEqual(['ok', 'ratings.check-not-missed']);
    expect(await verdicts()).toEqual({ QS03: 'EXEMPT' });
    await record(reviewer, [found('QS03', 80)]);
    expect(await verdicts()).toEqual({ QS03: 'EXEMPT' });
    expect((await verify(database)).finding).toBeNull();
  });

  it.each<[string, Actor, string]>([
    ['staff', reviewer, 'ok'],
    ['the provider', admin, 'people.role-needed'],
    ['a member of the store', actor('STORE_MEMBER', 'st_1'), 'people.role-needed'],
    ['another store', actor('STORE_OWNER', 'st_2'), 'people.not-your-organisation'],
    [
      'an owner who also works for the provider',
      { principalId: 'both', memberships: [...owner.memberships, ...admin.memberships] },
      'people.party-member-may-not-decide',
    ],
  ])('a miss is exempted by %s: %s', async (_, who, expected) => {
    await record(admin, [found('QS03', 90)]);
    expect(code(await exempt(who))).toBe(expected);
  });

  it('what was met cannot be exempted', async () => {
    await record(admin, [found('QS03', 99)]);
    expect(code(await exempt(owner))).toBe('ratings.check-not-missed');
  });

  it('what comes in until the tenth makes the preview anew', async () => {
    clock.moveTo('2026-07-01T02:00:00Z');
    await runDueCycle(app);
    clock.moveTo('2026-07-08T02:00:00Z');
    expect(code(await record(admin, [found('QS01', 60)], '2026-06-01'))).toBe('ok');
    const previews = await database.prisma.ratingSnapshot.findMany({ orderBy: { version: 'asc' } });
    const measured = previews.map(({ input }) => JSON.parse(input).evidence.checks.measured);
    expect(measured).toEqual([0, 1]);
    clock.moveTo('2026-07-11T02:00:00Z');
    expect(code(await record(admin, [found('QS01', 60)], '2026-06-01'))).toBe('ratings.checks-closed');
  });

  it('a preview that a crash kept from being made anew is caught up with before it is published', async () => {
    clock.moveTo('2026-10-01T02:00:00Z');
    await runDueCycle(app);
    clock.moveTo('2026-10-09T02:00:00Z');
    await database.query(Prisma.sql`INSERT INTO quality_check (report_id, month, code, target, measured, n, verdict, source,
        recorded_by, recorded_at)
      VALUES (${reportId}, '2026-09-01', 'QS01', '60', '50', 100, 'MET', 'UPLOAD', 'ADMIN', ${clock.now()})`);
    clock.moveTo('2026-10-20T02:00:00Z');
    await runDueCycle(app);
    const [latest] = await database.prisma.ratingSnapshot.findMany({
      where: { quarter: '2026-Q3' },
      orderBy: { version: 'desc' },
    });
    expect(JSON.parse(latest?.input ?? '{}').evidence.checks).toEqual({ met: 1, measured: 1 });
    const standing = await database.prisma.providerRating.findUniqueOrThrow({
      where: { providerId: 'prv_1' },
    });
    expect(standing.version).toBe(latest?.version);
  });
});
