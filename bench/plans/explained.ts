import type pg from 'pg';
import type { Database } from '../../src/platform/database/database.ts';

/** One read of a whole table, as PostgreSQL reported it for a statement that the product ran. */
export interface WholeRead {
  readonly table: string;
  readonly rows: number;
  readonly step: string;
  readonly statement: string;
}

export interface Explained {
  /** Names what runs from now on. */
  step(name: string): void;
  readonly wholeReads: readonly WholeRead[];
  readonly statements: number;
}

const SETTINGS = [
  "session_preload_libraries TO 'auto_explain'",
  'auto_explain.log_min_duration TO 0',
  'auto_explain.log_level TO notice',
  'auto_explain.log_analyze TO on',
  'auto_explain.log_timing TO off',
  'auto_explain.log_nested_statements TO on',
];

/** Makes every later session of this database tell the plans that it used. */
export async function tellPlans({ connection }: Database): Promise<void> {
  if (connection.kind !== 'postgres') throw new Error('Only a PostgreSQL server tells its plans.');
  const { rows } = await connection.pool.query('SELECT current_database() AS name');
  for (const setting of SETTINGS)
    await connection.pool.query(`ALTER DATABASE "${rows[0].name}" SET ${setting}`);
}

/** Listens to a database opened after {@link tellPlans}; reads of tables below `smallest` rows do not count. */
export function explain({ connection }: Database, smallest: number): Explained {
  if (connection.kind !== 'postgres') throw new Error('Only a PostgreSQL server tells its plans.');
  const wholeReads: WholeRead[] = [];
  const told = { step: '', statements: 0 };
  connection.pool.on('connect', (client: pg.PoolClient) => {
    client.on('notice', ({ message = '' }) => {
      if (!message.includes('Query Text:')) return;
      told.statements += 1;
      wholeReads.push(...readsIn(message, told.step).filter(({ rows }) => rows >= smallest));
    });
  });
  return {
    step: (name) => {
      told.step = name;
    },
    wholeReads,
    get statements() {
      return told.statements;
    },
  };
}

const SEQUENTIAL =
  /Seq Scan on (?:public\.)?(\w+).*?actual rows=([\d.]+) loops=(\d+)\)(?:\n\s+Filter:.*?\n\s+Rows Removed by Filter: (\d+))?/gs;

function readsIn(plan: string, step: string): readonly WholeRead[] {
  const statement = /Query Text:\s*([\s\S]*?)\n\S*\s*(?:Query Parameters|\w.*\(cost=)/.exec(plan)?.[1] ?? '';
  return [...plan.matchAll(SEQUENTIAL)].map(([, table = '', rows = '0', , removed = '0']) => ({
    table,
    rows: Number(rows) + Number(removed),
    step,
    statement: statement.replace(/\s+/g, ' ').slice(0, 160),
  }));
}
