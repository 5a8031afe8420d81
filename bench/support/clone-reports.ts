import type { Database } from '../../src/platform/database/database.ts';

export interface Clones {
  /** A report that real actions made. */
  readonly template: string;
  /** Number of the first copy. */
  readonly from?: number;
  readonly count: number;
  /** Reports for each store, which has people of its own; they share the template's provider unless there are more. */
  readonly perStore: number;
  readonly providers: number;
  /** What the copies have instead, as columns of `report`; `n` is the copy's number, from 0. */
  readonly columns?: string;
  /** What belongs to the report, copied too: all of it, or with the fields of its revision cut short to save the disk. */
  readonly belongings: 'none' | 'short' | 'whole';
}

/** Copies of one case with stores, people and providers of their own, written by the database itself. */
export async function cloneReports({ connection }: Database, clones: Clones): Promise<void> {
  if (connection.kind !== 'postgres') throw new Error('Only a PostgreSQL server has room for this.');
  const { template, from = 0, count, perStore, providers, columns = '' } = clones;
  const reports = numbers(from, count);
  const stores = numbers(Math.floor(from / perStore), Math.ceil(count / perStore));
  const run = (sql: string) => connection.pool.query(sql.replaceAll('$template', `'${template}'`));
  await run(ORGANISATIONS('store_id', 'st_', stores));
  await run(`INSERT INTO store SELECT 'st_' || n, s.categories FROM store s, ${stores}
    WHERE s.id = (SELECT store_id FROM report WHERE id = $template)`);
  await run(PEOPLE('store_id', 'st_', stores));
  if (providers > 1) await manyProviders(run, numbers(0, providers));
  const provider = providers > 1 ? `, 'provider_id', 'prv_' || n % ${providers}` : '';
  // Beside the others, so that a copy is made once a row and not once a column.
  await run(`INSERT INTO report SELECT copy.* FROM report r, ${reports}, LATERAL jsonb_populate_record(r,
      jsonb_build_object('id', ${ID}, 'store_id', 'st_' || n / ${perStore} ${provider} ${columns})) copy
    WHERE r.id = $template`);
  const { belongings } = clones;
  if (belongings !== 'none') for (const sql of copied(reports, belongings === 'short')) await run(sql);
  await run('ANALYZE');
}

const numbers = (from: number, count: number): string => `generate_series(${from}, ${from + count - 1}) n`;

/** `CR-2026-1…`, apart from those that actions number. */
const ID = "'CR-2026-' || (1000000 + n)";
export const cloneId = (n: number): string => `CR-2026-${1_000_000 + n}`;

const ORGANISATIONS = (side: string, prefix: string, each: string): string => `
  INSERT INTO organisation SELECT (jsonb_populate_record(o, jsonb_build_object('id', '${prefix}' || n,
    'name', o.name || ' ' || n, 'legal_entity', o.legal_entity || ' ' || n))).*
  FROM organisation o, ${each} WHERE o.id = (SELECT ${side} FROM report WHERE id = $template)`;

const PEOPLE = (side: string, prefix: string, each: string): string => `
  WITH of AS (SELECT m.*, n FROM membership m, ${each}
      WHERE m.organisation_id = (SELECT ${side} FROM report WHERE id = $template)),
    persons AS (INSERT INTO principal SELECT (jsonb_populate_record(p, jsonb_build_object('id', p.id || '_' || n))).*
      FROM of JOIN principal p ON p.id = of.principal_id RETURNING id),
    accounts AS (INSERT INTO chat_account SELECT 'slack', 'T1', 'U' || principal_id || '_' || n,
      principal_id || '_' || n, since FROM of)
  INSERT INTO membership SELECT principal_id || '_' || n, '${prefix}' || n, role, since FROM of`;

async function manyProviders(run: (sql: string) => Promise<unknown>, each: string): Promise<void> {
  await run(ORGANISATIONS('provider_id', 'prv_', each));
  const copies = (alias: string, table: string) => `FROM ${table} ${alias}, ${each}
    WHERE ${alias}.${table === 'provider' ? 'id' : 'provider_id'} = (SELECT provider_id FROM report WHERE id = $template)`;
  await run(`INSERT INTO provider SELECT (jsonb_populate_record(p, jsonb_build_object('id', 'prv_' || n))).*
    ${copies('p', 'provider')}`);
  await run(`INSERT INTO service_item SELECT (jsonb_populate_record(i, jsonb_build_object('id', i.id || '_' || n,
    'provider_id', 'prv_' || n))).* ${copies('i', 'service_item')}`);
  await run(`INSERT INTO qualification SELECT (jsonb_populate_record(q, jsonb_build_object('id', q.id || '_' || n,
    'provider_id', 'prv_' || n))).* ${copies('q', 'qualification')}`);
  await run(PEOPLE('provider_id', 'prv_', each));
}

const SHORT = `|| jsonb_build_object('canonical', '', 'fields', jsonb_build_object('contractNo', 'HT-' || n))`;

/** Later steps are left out: a step more is found as fast as the first one. */
function copied(each: string, short: boolean): readonly string[] {
  const id = `jsonb_build_object('report_id', ${ID})`;
  const named = `jsonb_build_object('report_id', ${ID}, 'id', c.id || '_' || n)`;
  return [
    `INSERT INTO transition SELECT (jsonb_populate_record(c, ${id})).* FROM transition c, ${each}
      WHERE c.report_id = $template AND c.state_seq < 3`,
    `INSERT INTO revision SELECT (jsonb_populate_record(c, ${id} ${short ? SHORT : ''})).* FROM revision c, ${each} WHERE c.report_id = $template`,
    `INSERT INTO confirmation SELECT (jsonb_populate_record(c, ${id})).* FROM confirmation c, ${each}
      WHERE c.report_id = $template`,
    `INSERT INTO evidence SELECT (jsonb_populate_record(c, ${named})).* FROM evidence c, ${each}
      WHERE c.report_id = $template`,
    `INSERT INTO delivery SELECT (jsonb_populate_record(c, jsonb_build_object('subject', ${ID},
        'key', replace(c.key, $template, ${ID}), 'sent_at', c.recorded_at))).*
      FROM delivery c, ${each} WHERE c.subject = $template AND c.state_seq < 4`,
    `INSERT INTO reminder SELECT (jsonb_populate_record(c, jsonb_build_object('object', ${ID}))).* FROM reminder c, ${each}
      WHERE c.object = $template`,
    `INSERT INTO audit_head SELECT 'report', ${ID}, seq, previous, hash FROM audit_head, ${each}
      WHERE object_id = $template`,
  ];
}
