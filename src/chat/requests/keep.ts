import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { HandleSpec } from '../card.ts';
import { type HandleRow, specOf } from '../handles.ts';
import type { Incoming } from '../incoming.ts';

/** `replayed`: the platform sent it before. */
export type Kept = 'stored' | 'replayed' | 'not-needed';

/** Unique across platforms; also what the audit trail and the log call this request. */
export const requestIdOf = ({ account, key }: Incoming): string => `${account.platform}:${key}`;

/** Keeps a request that will change something, before the platform is told that it arrived. */
export async function keep(app: Pick<App, 'database' | 'clock'>, incoming: Incoming): Promise<Kept> {
  const rows = await app.database.query(Prisma.sql`
    INSERT INTO incoming (key, payload, received_at, tried_at)
    VALUES (${requestIdOf(incoming)}, ${JSON.stringify(incoming)}::jsonb, ${app.clock.now()}, ${app.clock.now()})
    ON CONFLICT (key) DO NOTHING RETURNING key`);
  return rows.length === 0 ? 'replayed' : 'stored';
}

export interface HandleRequest {
  readonly incoming: Incoming;
  readonly handle: string;
  /** Actions that make the request worth keeping; `all` for a form, whatever its target is called. */
  readonly keptActions: readonly string[] | 'all';
}

/**
 * What the handle stands for and, in the same statement, the request kept if that handle changes something: one way
 * to the database before the acknowledgement. Null: no such handle; then nothing is kept either.
 */
export async function keepWithHandle(
  app: Pick<App, 'database' | 'clock'>,
  { incoming, handle, keptActions }: HandleRequest,
): Promise<{ readonly spec: HandleSpec; readonly kept: Kept } | null> {
  const now = app.clock.now();
  const [row] = await app.database.query<HandleRow & { readonly kept: Kept }>(Prisma.sql`
    WITH found AS (
        SELECT id, action, subject, revision, state_seq, data, ${worthKeeping(keptActions)} AS worth
        FROM action_handle WHERE id = ${handle}),
      stored AS (
        INSERT INTO incoming (key, payload, received_at, tried_at)
        SELECT ${requestIdOf(incoming)}, ${JSON.stringify(incoming)}::jsonb, ${now}, ${now} FROM found WHERE worth
        ON CONFLICT (key) DO NOTHING RETURNING key)
    SELECT id, action, subject, revision, state_seq, data,
      CASE WHEN NOT worth THEN 'not-needed' WHEN EXISTS (SELECT 1 FROM stored) THEN 'stored' ELSE 'replayed' END AS kept
    FROM found`);
  return row ? { spec: specOf(row), kept: row.kept } : null;
}

function worthKeeping(actions: readonly string[] | 'all'): Prisma.Sql {
  if (actions === 'all') return Prisma.sql`true`;
  return actions.length === 0 ? Prisma.sql`false` : Prisma.sql`action IN (${Prisma.join([...actions])})`;
}
