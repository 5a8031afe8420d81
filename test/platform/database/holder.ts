import { lockDirectory } from '../../../src/platform/database/directory-lock.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { openDatabase } from '../../../src/platform/database/open.ts';

const say = (line: number) => process.stdout.write(`${line}\n`);

/** Writes one row after the other, and says the number of each once it is acknowledged. */
async function write(dataDir: string): Promise<never> {
  const database = await openDatabase({ dataDir });
  await database.query(Prisma.sql`CREATE TABLE IF NOT EXISTS written (id int PRIMARY KEY)`);
  for (let id = 1; ; id += 1) {
    await database.change([Prisma.sql`INSERT INTO written VALUES (${id})`]);
    say(id);
  }
}

/** Holds the directory without opening what is in it. */
async function hold(dataDir: string): Promise<void> {
  await lockDirectory(dataDir);
  setInterval(() => say(0), 20);
}

/** A process to be killed: `holder.ts write|hold DATA_DIR`. */
if (import.meta.main) {
  const [what, dataDir = ''] = process.argv.slice(2);
  await (what === 'write' ? write(dataDir) : hold(dataDir));
}
