import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { TransitionId } from '../../lifecycle/table/ids.ts';
import type { Week } from '../week.ts';

/** What the digest calls by name, and the transitions that are meant. */
const HAPPENINGS = {
  requested: ['T2'],
  approved: ['T10', 'T11'],
  rejected: ['T12'],
  declined: ['T4'],
  withdrawn: ['T22'],
  lapsed: ['T23'],
  returnedByStore: ['T6'],
  returnedByStaff: ['T8'],
} as const satisfies Readonly<Record<string, readonly TransitionId[]>>;
export type Happening = keyof typeof HAPPENINGS;

/** How often each came to pass within the week. */
export type Happened = Readonly<Record<Happening, number>>;

/** A draft that its store threw away was nobody else's affair. */
export async function happened(
  { database }: Pick<App, 'database'>,
  { from, until }: Week,
): Promise<Happened> {
  const counts = Object.entries(HAPPENINGS).map(
    ([name, rules]) =>
      Prisma.sql`count(*) FILTER (WHERE rule IN (${Prisma.join([...rules])}))::int AS ${Prisma.raw(`"${name}"`)}`,
  );
  const [row] = await database.query<Happened>(Prisma.sql`
    SELECT ${Prisma.join(counts)} FROM transition
    WHERE at >= ${from} AND at < ${until} AND (from_state <> 'DRAFT' OR rule = 'T2')`);
  if (!row) throw new Error('A count without groups gave no row.');
  return row;
}
