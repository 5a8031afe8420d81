import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/platform/database/database.ts';
import { runImport } from '../../../src/ratings/import-cli/run.ts';
import { testClock } from '../../support/app.ts';
import { testDatabase } from '../../support/database.ts';
import { storeRow, write } from '../support/given-rated.ts';

const HEADER =
  'store_id,month,gmv_minor,uv,buyers,orders,refunds_minor,refund_cases,disputes_upheld,on_time,shipped';
const ROW = 'st_1,2026-03,1000,100,5,6,0,0,0,6,6';

describe('npm run import', () => {
  let database: Database;
  let folder: string;
  beforeAll(async () => {
    database = await testDatabase();
    await write(database, [storeRow('st_1')]);
    folder = await mkdtemp(join(tmpdir(), 'months-'));
  });
  afterAll(async () => {
    await database[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  async function run(content: string | null, ...options: readonly string[]) {
    const file = join(folder, 'months.csv');
    if (content !== null) await writeFile(file, content);
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const open = { ...database, [Symbol.asyncDispose]: async () => {} };
    const status = await runImport([...(content === null ? [] : [file]), ...options], {
      openDatabase: async () => open,
      clock: testClock('2026-05-06T04:00:00Z'),
      stdout,
      stderr,
    });
    stdout.end();
    stderr.end();
    return [status, await text(stdout), await text(stderr)] as const;
  }

  it('takes a file over', async () => {
    expect(await run(`${HEADER}\n${ROW}\n`)).toEqual([
      0,
      '',
      'Imported: 1 months, 0 were on record already.\n',
    ]);
  });

  it('names the rejected rows, takes nothing, and with --partial the others', async () => {
    const content = `${HEADER}\n${ROW.replace('2026-03', '2026-04')}\n=1+1,2026-03,1,1,1,1,0,0,0,1,1\n`;
    const [status, rejected, said] = await run(content);
    expect([status, said]).toEqual([1, 'Nothing was imported: 1 rows were rejected.\n']);
    expect(rejected).toBe("line,column,value,reason\n3,store_id,'=1+1,is no store on record\n");
    expect(await run(content, '--partial')).toMatchObject([
      1,
      rejected,
      expect.stringContaining('Imported: 1 months'),
    ]);
  });

  it('says what is wrong with a file, and how it is used', async () => {
    expect(await run('')).toMatchObject([2, '', expect.stringContaining('The file is empty')]);
    expect(await run(null)).toMatchObject([2, '', expect.stringContaining('Usage: npm run -s import')]);
    expect(await run(null, join(folder, 'nowhere.csv'))).toMatchObject([
      2,
      '',
      expect.stringContaining('The file cannot be read'),
    ]);
    expect(await run(null, '--all', 'x')).toMatchObject([2, '', expect.stringContaining('Usage')]);
  });
});
