import iconv from 'iconv-lite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { createIds } from '../../../src/platform/ids.ts';
import { importStoreMonths } from '../../../src/ratings/actions/import/import-store-months.ts';
import type { Rejection } from '../../../src/ratings/store-months/row.ts';
import { isRefused } from '../../../src/result.ts';
import { testClock } from '../../support/app.ts';
import { bothDatabases } from '../../support/database.ts';
import { storeRow, write } from '../support/given-rated.ts';

const HEADER =
  'store_id,month,gmv_minor,uv,buyers,orders,refunds_minor,refund_cases,disputes_upheld,on_time,shipped,cvr,aov_minor';
const line = (store: string, month: string, changes: Readonly<Record<string, string>> = {}): string => {
  const cells: Record<string, string> = {
    store_id: store,
    month,
    gmv_minor: '1000000',
    uv: '10000',
    buyers: '250',
    orders: '260',
    refunds_minor: '10000',
    refund_cases: '3',
    disputes_upheld: '1',
    on_time: '250',
    shipped: '260',
    cvr: '2.5%',
    aov_minor: '4000',
    ...changes,
  };
  return HEADER.split(',')
    .map((name) => cells[name])
    .join(',');
};
const file = (...lines: readonly string[]): string => [HEADER, ...lines].join('\n');

describe.each(await bothDatabases())('a file of store months on $name', ({ open }) => {
  let database: Database;
  const clock = testClock('2026-05-06T04:00:00Z');
  beforeAll(async () => {
    database = await open();
    await write(database, [storeRow('st_1'), storeRow('st_2')]);
  });
  beforeEach(() =>
    database.change([Prisma.sql`DELETE FROM store_month`, Prisma.sql`DELETE FROM store_month_import`]),
  );
  afterAll(() => database[Symbol.asyncDispose]());

  async function taken(content: string | Uint8Array, { partial = false, chunk = 7 } = {}) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const rejected: Rejection[] = [];
    async function* source() {
      for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
    }
    const result = await importStoreMonths(
      { database, clock, ids: createIds(clock) },
      {
        name: 'months.csv',
        source: source(),
        from: 'UPLOAD',
        partial,
        by: 'operator',
        onRejected: (rows) => rejected.push(...rows),
      },
    );
    return { result, rejected };
  }

  const months = () =>
    database.prisma.storeMonth.findMany({
      orderBy: [{ storeId: 'asc' }, { month: 'asc' }, { version: 'asc' }],
    });

  it('is on record with everything that it says', async () => {
    const { result, rejected } = await taken(file(line('st_1', '2026-03'), line('st_2', '2026年4月')));
    expect([result, rejected]).toEqual([
      { ok: { importId: expect.any(String), accepted: 2, unchanged: 0, rejected: 0, done: true } },
      [],
    ]);
    expect(await months()).toMatchObject([
      {
        storeId: 'st_1',
        month: new Date('2026-03-01'),
        version: 1,
        latest: true,
        gmvMinor: 1_000_000n,
        currency: 'CNY',
      },
      { storeId: 'st_2', month: new Date('2026-04-01'), onTime: 250, source: 'UPLOAD', dsrDesc: null },
    ]);
    expect(await database.prisma.storeMonthStaged.count()).toBe(0);
    expect(await database.prisma.storeMonthImport.findMany()).toMatchObject([
      {
        fileName: 'months.csv',
        accepted: 2,
        importedBy: 'operator',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it('corrects what was there as a new version, and leaves alone what it repeats', async () => {
    await taken(file(line('st_1', '2026-03'), line('st_2', '2026-03')));
    const { result } = await taken(file(line('st_1', '2026-03'), line('st_2', '2026-03', { orders: '270' })));
    expect(result).toMatchObject({ ok: { accepted: 1, unchanged: 1 } });
    expect(await months()).toMatchObject([
      { storeId: 'st_1', version: 1, latest: true },
      { storeId: 'st_2', version: 1, latest: false, orders: 260 },
      { storeId: 'st_2', version: 2, latest: true, orders: 270 },
    ]);
  });

  it.each<[string, string, Readonly<Record<string, string>>, Omit<Rejection, 'line'>]>([
    [
      'parts that contradict each other',
      '2026-03',
      { gmv_minor: '1010102' },
      { code: 'contradicts', column: 'gmv_minor', value: '1010102', against: '1000000' },
    ],
    ['a negative number', '2026-03', { uv: '-1' }, { code: 'negative', column: 'uv', value: '-1' }],
    [
      'half an order',
      '2026-03',
      { orders: '260.5' },
      { code: 'not-a-count', column: 'orders', value: '260.5' },
    ],
    ['no number', '2026-03', { orders: 'many' }, { code: 'not-a-count', column: 'orders', value: 'many' }],
    [
      'more than the column holds',
      '2026-03',
      { uv: '3000000000' },
      { code: 'too-large', column: 'uv', value: '3000000000' },
    ],
    ['a month in the future', '2026-06', {}, { code: 'future', column: 'month', value: '2026-06' }],
    ['a month that there is not', '2026-13', {}, { code: 'not-a-month', column: 'month', value: '2026-13' }],
    ['nothing', '2026-03', { buyers: '' }, { code: 'blank', column: 'buyers', value: '' }],
    [
      'more buyers than visitors',
      '2026-03',
      { uv: '200', cvr: '', aov_minor: '' },
      { code: 'more-than', column: 'buyers', value: '250', against: 'uv' },
    ],
    [
      'more on time than shipped',
      '2026-03',
      { on_time: '261' },
      { code: 'more-than', column: 'on_time', value: '261', against: 'shipped' },
    ],
    ['a rate above one', '2026-03', { cvr: '2.5' }, { code: 'not-a-share', column: 'cvr', value: '2.5' }],
    [
      'a rate alone',
      '2026-03',
      { aov_minor: '' },
      { code: 'together', column: 'cvr', value: '0.025', against: 'aov_minor' },
    ],
  ])(
    'with %s is rejected by line and reason, and nothing of it is taken',
    async (_, month, changes, rejection) => {
      const { result, rejected } = await taken(file(line('st_2', '2026-03'), line('st_1', month, changes)));
      expect(rejected).toEqual([{ line: 3, ...rejection }]);
      expect(result).toMatchObject({ ok: { accepted: 0, rejected: 1, done: false } });
      expect(await months()).toEqual([]);
    },
  );

  it('within one per cent does not contradict itself', async () => {
    const { result } = await taken(file(line('st_1', '2026-03', { gmv_minor: '1010101' })));
    expect(result).toMatchObject({ ok: { accepted: 1 } });
  });

  it('with strangers and repeated months is taken in part where that is asked', async () => {
    const content = file(
      line('st_1', '2026-03'),
      line('nobody', '2026-03'),
      line('st_1', '2026-03', { orders: '300' }),
      'st_1,2026-04',
      line('st_2', '2026-03'),
    );
    const { result, rejected } = await taken(content, { partial: true });
    expect(rejected).toEqual([
      { line: 5, code: 'cells', column: null, value: '2', against: '13' },
      { line: 3, code: 'unknown-store', column: 'store_id', value: 'nobody' },
      { line: 4, code: 'duplicate', column: 'month', value: 'st_1', against: '2' },
    ]);
    expect(result).toMatchObject({ ok: { accepted: 2, rejected: 3, done: true } });
    expect((await months()).map(({ orders }) => orders)).toEqual([260, 260]);
  });

  const CHINESE = HEADER.split(',');
  const chinese = `店铺编号,月份,备注,${CHINESE.slice(2).join(',')}\n${line('st_1', '2026年3月').replace(',2026年3月,', ',2026年3月,"退款多，已核实",')}`;
  it.each([
    ['UTF-8', new TextEncoder().encode(chinese)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${chinese}`)],
    ['GBK', iconv.encode(chinese, 'gbk')],
    [
      'UTF-16 as spreadsheets save it',
      iconv.encode(chinese.replaceAll(/,(?![^"]*",)/g, '\t'), 'utf16le', { addBOM: true }),
    ],
  ])('saved as %s says the same', async (_, bytes) => {
    const { result, rejected } = await taken(bytes, { chunk: 5 });
    expect([result, rejected]).toMatchObject([{ ok: { accepted: 1 } }, []]);
  });

  it.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'ratings.import-empty'],
    ['a spreadsheet', Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9]), 'ratings.import-spreadsheet'],
    ['without the columns', 'a,b\n1,2', 'ratings.import-columns-missing'],
    ['with a column twice', `${HEADER},store\n`, 'ratings.import-columns-twice'],
    ['neither UTF-8 nor GBK', Uint8Array.from([0xff, 0xff, 0xff, 0x41]), 'ratings.import-encoding'],
    ['with a quotation that never ends', `${HEADER}\n"${'x'.repeat(40_000)}`, 'ratings.import-broken'],
  ])('that is %s is refused as a whole', async (_, content, code) => {
    const { result } = await taken(content, { chunk: 4_096 });
    expect(isRefused(result) && result.refused).toBe(code);
    expect(await database.prisma.storeMonthStaged.count()).toBe(0);
  });

  it('that two people bring at once ends as one latest version', async () => {
    const files = Array.from({ length: 6 }, (_, index) =>
      file(line('st_1', '2026-03', { orders: String(260 + index) })),
    );
    await Promise.allSettled(files.map((content) => taken(content, { chunk: 9_999 })));
    const versions = await months();
    expect(versions.filter(({ latest }) => latest)).toHaveLength(1);
    expect(versions.at(-1)?.latest).toBe(true);
  });
});
