import type { Db, PgBoss } from 'pg-boss';
import { Prisma } from '../database/generated/client.ts';

export interface InsertionOptions {
  /** Real seconds before the jobs are taken up; none unless said. */
  readonly afterSeconds?: number;
}

/** Jobs in, one statement out, to be made part of a change. */
export type Insertion = (jobs: readonly object[], options?: InsertionOptions) => Prisma.Sql;

/**
 * Learns the statement with which pg-boss inserts into a queue, by letting it insert into a database that only listens.
 * Its one parameter is the jobs as JSON, so the text serves for every later insertion.
 */
export async function learnInsertion(boss: PgBoss, queue: string): Promise<Insertion> {
  const texts: string[] = [];
  const listening: Db = {
    executeSql: async (text) => {
      texts.push(text);
      return { rows: [] };
    },
  };
  await boss.insert(queue, [{ data: {} }], { db: listening, returnId: true });
  const [text, ...more] = texts;
  if (text === undefined || more.length > 0 || /\$[2-9]/.test(text)) {
    throw new Error(
      `This pg-boss inserts into ${queue} in a way that src/platform/queue/insertion.ts does not know.`,
    );
  }
  const parts = text.split('$1');
  return (jobs, { afterSeconds } = {}) => {
    const later = afterSeconds === undefined ? {} : { startAfter: `${afterSeconds} seconds` };
    const json = JSON.stringify(jobs.map((data) => ({ data, ...later })));
    return Prisma.sql(parts, ...Array<string>(parts.length - 1).fill(json));
  };
}
