import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { PREFIX, type ServiceKind } from '../kinds.ts';

/** `CON-<year>-<6 digits>`: numbers without reuse, gaps allowed. */
export async function nextServiceId(
  { database }: Pick<App, 'database'>,
  kind: ServiceKind,
  year: number,
): Promise<string> {
  const [counter] = await database.query<{ last: number }>(Prisma.sql`
    INSERT INTO service_counter (kind, year, last) VALUES (${kind}, ${year}, 1)
    ON CONFLICT (kind, year) DO UPDATE SET last = service_counter.last + 1 RETURNING last`);
  if (!counter) throw new Error(`The counter of ${kind} gave no number; is the database read-only?`);
  return `${PREFIX[kind]}-${year}-${String(counter.last).padStart(6, '0')}`;
}
