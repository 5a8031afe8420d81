import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { importChecks } from '../../../src/ratings/actions/import/import-checks.ts';
import { isRefused } from '../../../src/result.ts';
import { actor } from '../../directory/given.ts';
import { testApp, testClock } from '../../support/app.ts';
import { testDatabase } from '../../support/database.ts';
import { bondRows, providerRow, storeRow, write } from '../support/given-rated.ts';
import { filedStandards } from '../support/given-standards.ts';

const lead = actor('STAFF_LEAD', 'platform', 'lead');
let database: Database;
let app: App & AsyncDisposable;
let report: string;

beforeAll(async () => {
  database = await testDatabase();
  app = await testApp(database, testClock('2026-05-06T04:00:00Z'));
  await write(database, [
    providerRow('prv_1'),
    storeRow('st_1'),
    bondRows({ providerId: 'prv_1', storeId: 'st_1' }),
  ]);
  report = (await database.prisma.report.findFirstOrThrow()).id;
  await write(database, [filedStandards(report)]);
});
beforeEach(() => database.change([Prisma.sql`DELETE FROM quality_check`]));
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

async function imported(lines: readonly string[], { partial = false, who = lead } = {}) {
  const bytes = new TextEncoder().encode(['Report,month,code,measured,n', ...lines].join('\n'));
  async function* source() {
    yield bytes;
  }
  const result = await importChecks(app, { actor: who, requestId: 'slack:none', source: source(), partial });
  if (isRefused(result)) return { refused: result.refused };
  const { rejections, ...rest } = result.ok;
  return { ...rest, rejected: rejections.map(({ line, code }) => `${line} ${code}`) };
}

describe('a file of checks', () => {
  it('is recorded month by month as the platform’s own', async () => {
    const lines = [
      `${report},2026-03,QS01,45,320`,
      `${report},2026-04,qs03,95%,1204`,
      `${report},2026-04,QS05,,0`,
    ];
    expect(await imported(lines)).toEqual({ accepted: 3, months: 2, done: true, rejected: [] });
    const rows = await database.prisma.qualityCheck.findMany({ orderBy: { code: 'asc' } });
    expect(rows.map(({ code, verdict, source }) => `${code} ${verdict} ${source}`)).toEqual([
      'QS01 MET STAFF',
      'QS03 MISSED STAFF',
      'QS05 NOT_MEASURED STAFF',
    ]);
  });

  it.each([
    ['an unknown report', 'CR-1999-000001,2026-04,QS01,45,320', '2 unknown-report'],
    ['a month that runs', 'REPORT,2026-05,QS01,45,320', '2 month-open'],
    ['a month before the report', 'REPORT,2023-04,QS01,45,320', '2 no-relationship'],
    ['a standard that was not filed', 'REPORT,2026-04,QS09,1,3', '2 not-filed'],
    ['a standard that is none', 'REPORT,2026-04,QS77,1,3', '2 not-filed'],
    ['a word', 'REPORT,2026-04,QS01,fast,320', '2 not-a-number'],
    ['negative cases', 'REPORT,2026-04,QS01,45,-1', '2 not-a-count'],
    ['no month', 'REPORT,April,QS01,45,320', '2 not-a-month'],
  ])('with %s is rejected as a whole, or but for that line', async (_, line, rejected) => {
    const lines = [line.replace('REPORT', report), `${report},2026-04,QS07,4,1`];
    expect(await imported(lines)).toEqual({ accepted: 0, months: 0, done: false, rejected: [rejected] });
    expect(await database.prisma.qualityCheck.count()).toBe(0);
    expect(await imported(lines, { partial: true })).toMatchObject({ accepted: 1, done: true });
    expect(await database.prisma.qualityCheck.count()).toBe(1);
  });

  it('names a standard of a month once', async () => {
    const lines = [`${report},2026-04,QS01,45,320`, `${report},2026-04,QS01,46,320`];
    expect(await imported(lines)).toMatchObject({ done: false, rejected: ['3 duplicate'] });
  });

  it('is for leads', async () => {
    expect(await imported([], { who: actor('PROVIDER_ADMIN', 'prv_1') })).toEqual({
      refused: 'people.role-needed',
    });
  });
});
